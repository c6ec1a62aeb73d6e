import { expect, it } from 'vitest';
import type { Archive } from '../../lambda/archive/archive.ts';
import { addToIndex } from '../../lambda/archive/index.ts';
import type { IndexEntry } from '../../lambda/catalogue/index-entry.ts';
import fc from '../support/fast-check.ts';
import { MemoryArchive } from '../support/memory-archive.ts';

const entry = fc
  .record({
    day: fc.integer({ min: 0, max: 900 }),
    revision: fc.integer({ min: 1, max: 3 }),
    simulated: fc.boolean(),
  })
  .map(({ day, revision, simulated }): IndexEntry => {
    const session = new Date(Date.UTC(2024, 0, 1) + day * 86_400_000).toISOString().slice(0, 10);
    const files = { 'report.json': `reports/${session}/r${revision}/report.json` };
    // What a revision says is fixed, as in an archive: a real one may follow a simulated one, never the other way.
    const real = !simulated || revision > 2;
    return {
      session,
      revision,
      edition: 'TNA',
      publishedAt: `${session}T22:00:0${revision}Z`,
      simulated: day % 2 === 0 && !real,
      incomplete: day % 7 === 0,
      verdict: `${session} r${revision}`,
      files,
    };
  });
/** One entry a session and revision. */
const entries = fc.uniqueArray(entry, {
  minLength: 1,
  maxLength: 25,
  selector: ({ session, revision }) => `${session}/${revision}`,
});

const text = (archive: MemoryArchive) => archive.texts();

it('any order, batching and repetition of publishers gives the same bytes', async () => {
  const cases = entries.chain((all) =>
    fc.record({
      all: fc.constant(all),
      shuffled: fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }),
      repeated: fc.subarray(all),
      size: fc.integer({ min: 1, max: 6 }),
    }),
  );
  await fc.assert(
    fc.asyncProperty(cases, async ({ all, shuffled, repeated, size }) => {
      const [one, other] = [new MemoryArchive(), new MemoryArchive()];
      await addToIndex(one, all);
      const queue = [...repeated, ...shuffled, ...repeated];
      const batches = Array.from({ length: Math.ceil(queue.length / size) }, (_, i) =>
        queue.slice(i * size, (i + 1) * size),
      );
      await Promise.all(batches.map((batch) => addToIndex(other, batch)));
      expect(text(other)).toEqual(text(one));
    }),
    { numRuns: 60 },
  );
});

it('a list of all sessions, as it was before, is split into the very same documents', async () => {
  await fc.assert(
    fc.asyncProperty(entries, async (all) => {
      const [one, old] = [new MemoryArchive(), new MemoryArchive()];
      await addToIndex(one, all);
      const sessions = all
        .filter((of) => !all.some((x) => x.session === of.session && x.revision > of.revision))
        .toSorted((a, b) => (a.session < b.session ? 1 : -1));
      const v1 = Buffer.from(JSON.stringify({ schema: 'smallcap-briefing-index/1', sessions }));
      await (old as Archive).putNew('index.json', v1);
      await addToIndex(old, [sessions.at(-1)!]);
      expect(text(old)).toEqual(text(one));
    }),
    { numRuns: 40 },
  );
});

it('what a run writes of the index is bounded by a year, and index.json by a line a year', async () => {
  const archive = new MemoryArchive();
  const day = (n: number) => new Date(Date.UTC(2010, 0, 4) + n * 86_400_000).toISOString().slice(0, 10);
  const of = (session: string): IndexEntry => ({
    session,
    revision: 1,
    edition: 'TNA',
    publishedAt: `${session}T22:00:00Z`,
    simulated: false,
    incomplete: false,
    verdict: 'Small caps lead.',
    files: {},
  });
  await addToIndex(
    archive,
    Array.from({ length: 4000 }, (_, n) => of(day(n))),
  );
  const before = archive.texts();
  await addToIndex(archive, [of(day(4000))]);
  const after = archive.texts();
  const changed = Object.keys(after).filter((key) => after[key] !== before[key]);
  expect(changed.sort()).toEqual(['index.json', 'index/2020.json', 'latest.json']);
  expect(after['index.json']!.length).toBeLessThan(11 * 200 + 300);
});
