import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { FolderArchive } from '../../../lambda/archive/folder.ts';
import { providerNames } from '../../../lambda/providers/index.ts';
import { secretsOf } from '../../../lambda/providers/keys.ts';
import type { Observations } from '../../../lambda/series/observations.ts';
import { isOnlyUnconfigured } from '../../../lambda/sources/live/outcome.ts';
import {
  type CollectOptions,
  collectFrom,
  goodKeys,
  keepCollected,
  listedFolder,
  removeTemporaryFolders,
} from '../../support/provider/collect.ts';
import { faults, yahooFaults } from '../../support/provider/faults.ts';
import { providerStateFrom } from '../../support/provider/provider-state.ts';
import { ProviderServer } from '../../support/provider/server.ts';
import { sourceNote } from '../../support/published.ts';
import { simulated } from '../../support/simulated.ts';

const evening: CollectOptions = { session: '2025-12-30', now: '2025-12-31T01:30:00Z' };
const nextEvening: CollectOptions = { session: '2025-12-31', now: '2026-01-01T01:30:00Z' };

let server: ProviderServer;
let unrate: Observations;
let spread: Observations;
let rate: Observations;

beforeAll(async () => {
  const world = await providerStateFrom(simulated, '2025-12-31', nextEvening.now, 800);
  server = await new ProviderServer(world).start();
  unrate = world.macro.get('UNRATE') as Observations;
  spread = world.macro.get('BAMLH0A0HYM2') as Observations;
  rate = world.macro.get('DGS2') as Observations;
});
afterEach(() => {
  server.mend();
  server.world.macro.set('UNRATE', unrate);
  server.world.macro.set('BAMLH0A0HYM2', spread);
  server.world.macro.set('DGS2', rate);
});
afterAll(async () => {
  await server.stop();
  removeTemporaryFolders();
});

/** An archive that holds the collection of an evening. */
async function archiveOf(options: CollectOptions): Promise<FolderArchive> {
  const archive = new FolderArchive(listedFolder());
  await keepCollected(await collectFrom(server, { ...options, archive }), { ...options, archive });
  return archive;
}

/** The days with a value, each with it. */
const readings = (series: Observations | undefined) =>
  series?.dates.flatMap((date, at) => {
    const value = series.values[at] ?? Number.NaN;
    return Number.isNaN(value) ? [] : [[date, value]];
  });

const from = (series: Observations, first: number): Observations => ({
  id: series.id,
  dates: series.dates.slice(first),
  values: series.values.slice(first),
});

describe('the archive behind the chain', () => {
  it('is used last when no provider answers: data of yesterday is dated yesterday', async () => {
    const archive = await archiveOf(evening);
    for (const name of providerNames) server.break(name, faults.breaks);
    const collected = await collectFrom(server, { ...nextEvening, archive });
    const iwm = collected.assembled.provenance.find(({ key }) => key === 'bars:IWM');
    expect(iwm?.last).toBe('2025-12-30');
    expect(iwm?.status).toBe('stale');
    expect(sourceNote(iwm)).toContain("the archive's own last, fetched 2025-12-31T01:30:");
    // But for the calendar of releases, which needs a key.
    const asked = collected.outcomes.filter((outcome) => !isOnlyUnconfigured(outcome));
    expect(asked.every(({ fromArchive }) => fromArchive)).toBe(true);
  });

  it('is the only source offline, without a request', async () => {
    const archive = await archiveOf(evening);
    server.requests.length = 0;
    const collected = await collectFrom(server, { ...evening, archive, offline: true });
    expect(server.requests).toEqual([]);
    expect(collected.of('bars:TNA').last).toBe('2025-12-30');
    expect(collected.of('macro:UNRATE').fromArchive).toBe(true);
  });

  it('is not replaced by a shorter history: the next source is asked', async () => {
    const archive = await archiveOf(evening);
    server.break('yahoo', yahooFaults.short);
    const collected = await collectFrom(server, { ...nextEvening, archive });
    const iwm = collected.of('bars:IWM');
    expect(iwm.payload?.source).toBe('cboe-chart');
    expect(iwm.rows).toBeGreaterThan(790);
    expect(iwm.payload?.note).toMatch(/yahoo: begins 2025-.*the archive has it from 2022-/);
  });

  it('is not replaced by a shorter macro history either: the archive counts while it is as new', async () => {
    const archive = await archiveOf(evening);
    server.world.macro.set('UNRATE', from(unrate, unrate.dates.length - 6));
    server.break('bls', faults.error500);
    const { payload, rows, fromArchive } = (await collectFrom(server, { ...nextEvening, archive })).of(
      'macro:UNRATE',
    );
    expect([fromArchive, rows]).toEqual([true, unrate.dates.length]);
    expect(payload?.note).toMatch(
      new RegExp(
        `fredgraph: begins 2025-\\d\\d-01, the archive has it from ${unrate.dates[0]}; bls: answered 500`,
      ),
    );
  });

  it('completes the history of a daily rate with its archived past, and says so', async () => {
    server.world.macro.set('DGS2', {
      ...from(rate, 0),
      dates: rate.dates.slice(0, -1),
      values: rate.values.slice(0, -1),
    });
    const archive = await archiveOf(evening);
    server.world.macro.set('DGS2', from(rate, rate.dates.length - 60));
    server.break('treasury', faults.error500);
    const collected = await collectFrom(server, { ...nextEvening, archive });
    const { payload, fromArchive } = collected.of('macro:DGS2');
    expect([payload?.source, fromArchive]).toEqual(['fredgraph', false]);
    expect(payload?.note).toMatch(/fredgraph: begins 2025-.*, the archive has it from /);
    // FRED's table of several daily series has no row of its own for a holiday; a single series has an empty one.
    expect(readings(collected.assembled.macro.get('DGS2'))).toEqual(readings(rate));
  });

  it('keeps what a publisher dropped: the spread grows over its moving window', async () => {
    server.world.macro.set('BAMLH0A0HYM2', from(spread, spread.dates.length - 700));
    const archive = await archiveOf(evening);
    for (const [first, options] of [
      [spread.dates.length - 690, nextEvening],
      [spread.dates.length - 600, { session: '2026-01-02', now: '2026-01-03T01:30:00Z' }],
    ] as const) {
      server.world.macro.set('BAMLH0A0HYM2', from(spread, first));
      const edition = { ...options, archive };
      const collected = await collectFrom(server, edition);
      await keepCollected(collected, edition);
      expect(collected.of('macro:BAMLH0A0HYM2').rows).toBe(700);
      expect(collected.assembled.macro.get('BAMLH0A0HYM2')?.dates[0]).toBe(spread.dates.at(-700));
    }
  });

  it('holds an old briefing to what was known: a later revision does not reach it', async () => {
    const archive = await archiveOf(evening);
    const revised = Float64Array.from(unrate.values, (value) => value + 0.5);
    server.world.macro.set('UNRATE', { ...unrate, values: revised });
    const again = await collectFrom(server, { ...evening, now: '2026-03-01T15:00:00Z', archive });
    expect([...(again.assembled.macro.get('UNRATE')?.values ?? [])]).toEqual([...unrate.values]);
    const later = await collectFrom(server, { ...nextEvening, archive });
    expect(later.assembled.macro.get('UNRATE')?.values.at(-1)).toBe(revised.at(-1));
  });

  it('has every answer as received before it is read, the refused ones too', async () => {
    const folder = listedFolder();
    server.break('yahoo', faults.html);
    await collectFrom(server, { ...evening, archive: new FolderArchive(folder) });
    const receipts = filesUnder(join(folder, 'receipts')).filter((file) => file.includes('yahoo'));
    expect(receipts.length).toBeGreaterThan(0);
    const receipt = JSON.parse(readFileSync(receipts[0] ?? '', 'utf8'));
    expect(receipt).toMatchObject({
      provider: 'yahoo',
      status: 200,
      headers: { 'content-type': 'text/html' },
    });
    expect(receipt.fetchedAt).toMatch(/^2025-12-31T01:3/);
    const raw = gunzipSync(
      readFileSync(join(folder, `snapshots/raw/${receipt.raw.slice(0, 2)}/${receipt.raw}.gz`)),
    );
    expect(raw.toString()).toContain('Just a moment');
  });

  it('holds no key anywhere, although the providers echo them', async () => {
    const folder = listedFolder();
    const archive = new FolderArchive(folder);
    const options = { ...evening, archive, keys: { ...goodKeys, fred: 'fred-0f1e2d3c4b5a69788796a5b4' } };
    const collected = await collectFrom(server, options);
    await keepCollected(collected, options);
    expect(collected.of('macro:UNRATE').payload?.note).toContain('The value for variable api_key is not');
    const written = filesUnder(folder).map((file) => {
      const bytes = readFileSync(file);
      return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('latin1');
    });
    expect(written.length).toBeGreaterThan(20);
    const said = JSON.stringify(
      collected.outcomes.map(({ payload, ...rest }) => [rest, payload?.origin, payload?.note]),
    );
    for (const secret of secretsOf(options.keys)) {
      expect(said).not.toContain(secret);
      for (const text of written) expect(text.includes(secret)).toBe(false);
    }
  });
});

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
