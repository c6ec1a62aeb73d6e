import { describe, expect, it } from 'vitest';
import type { Archive } from '../../lambda/archive/archive.ts';
import { rebuild } from '../../lambda/runs/rebuild.ts';
import { updateCatalogue } from '../../lambda/steps/catalogue.ts';
import fc from '../support/fast-check.ts';
import { MemoryArchive } from '../support/memory-archive.ts';
import { publishOnly, someSessions, type WantedReport } from '../support/site-archive.ts';

const days = someSessions(14);
const orders = fc.record({
  order: fc.shuffledSubarray(days, { minLength: days.length, maxLength: days.length }),
  repeated: fc.subarray(days),
  size: fc.integer({ min: 1, max: 5 }),
  pauses: fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 3, maxLength: 31 }),
});

/** Publishes some, one publisher after the other or all at once; r2 never before r1, as in an archive. */
async function publishers(
  archive: Archive,
  batches: readonly (readonly WantedReport[])[],
  together: boolean,
) {
  const revisions = await publishOnly(archive, batches.flat());
  const of = (wanted: WantedReport) =>
    revisions.find(
      ({ manifest }) => manifest.session === wanted.session && manifest.revision === (wanted.revision ?? 1),
    )!;
  const runs = batches.map((batch) => () => updateCatalogue(archive, batch.map(of)));
  if (together) await Promise.all(runs.map((run) => run()));
  else for (const run of runs) await run();
}

/** Of the sixteen files of history the first is tested for all, and of the pages that hold no data the first one written. */
const isAlikeToOthers = (key: string): boolean =>
  /^data\/history\/.*\/[1-9a-f]\.js$|^(compare|figures?|corrections|like)\.html$/.test(key);

describe('the site after publishing', () => {
  it('is byte-identical for any order, batching and overlap, and for a rebuild', async () => {
    const whole = new MemoryArchive();
    await publishers(whole, [days], false);
    const expected = whole.texts();
    await fc.assert(
      fc.asyncProperty(orders, fc.boolean(), async ({ order, repeated, size, pauses }, together) => {
        const archive = new MemoryArchive(pauses);
        const queue = [...order, ...repeated];
        const batches = Array.from({ length: Math.ceil(queue.length / size) }, (_, i) =>
          queue.slice(i * size, (i + 1) * size),
        );
        await publishers(archive, batches, together);
        expect(archive.texts()).toEqual(expected);
      }),
      { numRuns: 8 },
    );
    const rebuilt = new MemoryArchive();
    await publishOnly(rebuilt, days);
    await rebuilt.putNew('index.json', Buffer.from('broken'));
    await rebuilt.putNew('data/2024.js', Buffer.from('broken'));
    await rebuilt.putNew('index.html', Buffer.from('<p>of later <!-- state 9 -->\n'));
    expect(await rebuild(rebuilt)).toEqual({ sessions: 14 });
    expect(rebuilt.texts()).toEqual(expected);
  });

  it('is not turned back by a run that another one overtook before any of its writes', async () => {
    const whole = new MemoryArchive();
    await publishers(whole, [days], false);
    const start = async () => {
      const archive = new MemoryArchive();
      await publishers(archive, [days.slice(0, -2)], false);
      return { archive, made: await publishOnly(archive, days.slice(-2)) };
    };
    for (let at = 1, writes = at; writes >= at; at += 1) {
      const { archive, made } = await start();
      writes = 0;
      const slow: Archive = {
        ...bound(archive),
        update: async (key, change) => {
          if (!isAlikeToOthers(key)) writes += 1;
          if (writes === at && !isAlikeToOthers(key)) await updateCatalogue(archive, made.slice(1));
          await archive.update(key, change);
        },
      };
      await updateCatalogue(slow, made.slice(0, 1));
      if (writes < at) break;
      expect(archive.texts(), `overtaken before write ${at}`).toEqual(whole.texts());
    }
  });

  it('is made up by the next run of the session where a run died at any write', async () => {
    const whole = new MemoryArchive();
    await publishers(whole, [days], false);
    const before = days.slice(0, -1);
    for (let at = 1; ; at += 1) {
      const archive = new MemoryArchive();
      await publishers(archive, [before], false);
      const [last] = await publishOnly(archive, days.slice(-1));
      let writes = 0;
      const dying: Archive = {
        ...bound(archive),
        update: async (key, change) => {
          if (!isAlikeToOthers(key)) writes += 1;
          if (writes === at && !isAlikeToOthers(key)) throw new Error('killed');
          await archive.update(key, change);
        },
      };
      const died = await updateCatalogue(dying, [last!]).then(
        () => false,
        () => true,
      );
      await updateCatalogue(archive, [last!]);
      expect(archive.texts(), `killed at write ${at}`).toEqual(whole.texts());
      if (!died) break;
    }
  });

  it('has the newest real session in front, whatever is published after it', async () => {
    const archive = new MemoryArchive();
    const real = { session: '2025-12-31', verdict: 'The newest real one.' };
    await publishers(archive, [[real], [{ session: '2025-11-03', verdict: 'An older one.' }]], false);
    await publishers(archive, [[{ session: '2026-01-02', simulated: true, verdict: 'Made up.' }]], false);
    const front = archive.texts()['index.html']!;
    expect(front).toContain('<h1 id="verdict" class="verdict">The newest real one.</h1>');
    expect(front).toContain('An older one.');
    expect(front).not.toContain('Made up.');
    expect(JSON.parse(archive.texts()['latest.json']!).session).toBe('2025-12-31');
    // Its own page says what it is, and no real session leads to it.
    expect(archive.texts()['reports/2026-01-02/index.html']).toContain('SIMULATED DATA');
    expect(archive.texts()['reports/2025-12-31/here.js']).toContain('"next":null');
  });

  it('has no dead or external link, and every session within three clicks of the front page', async () => {
    const archive = new MemoryArchive();
    await publishers(archive, [days], false);
    const all = archive.texts();
    const reached = new Map([['index.html', 0]]);
    for (const [page, clicks] of reached) {
      const html = page.endsWith('/index.html') || page === 'index.html' ? all[page]! : '';
      for (const [, link] of html.matchAll(/(?:href|src)="([^"#]+)[^"]*"/g)) {
        const { pathname, host } = new URL(link!, `https://archive.example/${page}`);
        expect(host, link).toBe('archive.example');
        expect(all, `${page} links to ${link}`).toHaveProperty([pathname.slice(1)]);
        if (!reached.has(pathname.slice(1))) reached.set(pathname.slice(1), clicks + 1);
      }
    }
    for (const { session } of days)
      expect(reached.get(`reports/${session}/index.html`), session).toBeLessThanOrEqual(3);
  });

  it('is bounded: a session costs as many writes and bytes in a long archive as in a short one', async () => {
    const cost = async (count: number) => {
      const archive = new MemoryArchive();
      const all = someSessions(count);
      await publishers(archive, [all.slice(0, -1)], false);
      const [last] = await publishOnly(archive, all.slice(-1));
      const [writes, bytes] = [archive.calls.write, archive.written];
      await updateCatalogue(archive, [last!]);
      return { writes: archive.calls.write - writes, bytes: archive.written - bytes };
    };
    const [short, long] = [await cost(40), await cost(120)];
    expect(long.writes).toBeLessThanOrEqual(short.writes);
    expect(long.writes).toBeLessThan(40);
    expect(long.bytes).toBeLessThan(1_000_000);
  });
});

function bound(archive: MemoryArchive): Archive {
  return {
    locate: (key) => archive.locate(key),
    get: (key) => archive.get(key),
    list: (prefix) => archive.list(prefix),
    putNew: (key, bytes) => archive.putNew(key, bytes),
    publish: (...revision) => archive.publish(...revision),
    update: (key, change) => archive.update(key, change),
  };
}
