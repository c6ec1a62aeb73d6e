import { beforeEach, describe, expect, it } from 'vitest';
import { addToIndex } from '../../../lambda/archive/index.ts';
import { readPayloads, readSnapshot } from '../../../lambda/archive/snapshots.ts';
import { indexEntryOf } from '../../../lambda/catalogue/index-entry.ts';
import { tna } from '../../../lambda/editions/tna.ts';
import { ArchiveError, InputError, NothingReceived, UsageError } from '../../../lambda/errors.ts';
import type { Payload, Source } from '../../../lambda/sources/source.ts';
import { collectAndStore, type Looked } from '../../../lambda/steps/collect.ts';
import { lateOf } from '../../../lambda/steps/look-again.ts';
import { restoreSnapshot } from '../../../lambda/steps/restore.ts';
import { seriesReceived } from '../../../lambda/steps/series-received.ts';
import { MemoryArchive } from '../../support/memory-archive.ts';
import { publishOnly } from '../../support/site-archive.ts';
import { requestOf, smallPayloads, sourceOf } from '../../support/small-source.ts';

const session = '2025-12-31';
const [first, second] = ['2026-01-01T01:00:00.000Z', '2026-01-01T02:00:00.000Z'];
const shape = { from: '2025-11-03' };
const symbols = ['IWM', 'SPY', 'QQQ', 'TNA', 'IJR'];
const whole = (at = first) => smallPayloads({ ...shape, symbols }, at);
/** The same of an evening on which TNA is late. */
const late = (at = first) => [
  ...whole(at).filter(({ key }) => key !== 'bars:TNA'),
  ...smallPayloads({ ...shape, symbols: ['TNA'], through: '2025-12-30' }, at),
];
const absence = { code: 'not-received', subject: 'bars:XLK', text: 'nobody has it' } as const;

let archive: MemoryArchive;
beforeEach(() => {
  archive = new MemoryArchive();
});

const look = (source: Source, now = first, before: Looked | null = null) =>
  collectAndStore(requestOf(session, now), { source, archive }, before);
const stored = async (id: string | null) => (await readSnapshot(archive, session, id ?? ''))!;

describe('a collection', () => {
  it('is stored with its payloads, as it came', async () => {
    const collected = await look(sourceOf(() => whole()));
    expect(collected).toMatchObject({
      late: false,
      missing: [],
      looks: 1,
      series: { asked: 5, answered: 5 },
    });
    const document = await stored(collected.snapshot);
    expect(document).toMatchObject({ edition: 'TNA', session, collectedAt: first, simulated: false });
    const read = await readPayloads(archive, document);
    const received = new Map(whole().map(({ key, bytes }) => [key, Buffer.from(bytes).toString()]));
    expect(new Map(read.map(({ key, bytes }) => [key, Buffer.from(bytes).toString()]))).toEqual(received);
  });

  it('without a required series is stored all the same, and is late', async () => {
    const collected = await look(sourceOf(() => late()));
    expect(collected).toMatchObject({ late: true, missing: [expect.stringContaining('TNA has no bar')] });
    expect((await stored(collected.snapshot)).payloads).toHaveLength(5);
  });

  it('that brings nothing at all is late, and may come', async () => {
    const nothing = sourceOf(() => {
      throw new NothingReceived('no network');
    });
    expect(await look(nothing)).toEqual({
      ...{ snapshot: null, late: true, missing: ['no network'], looks: 1, series: null },
    });
    const before = { snapshot: null, looks: 2, series: null };
    expect(await look(nothing, second, before)).toMatchObject({ snapshot: null, looks: 3 });
    // The look after one that brought nothing asks for everything.
    const source = sourceOf(() => whole(second));
    expect(await look(source, second, before)).toMatchObject({ late: false, looks: 3 });
    expect(source.asked[0]?.edition).toBe(tna);
  });

  it('that fails otherwise fails', async () => {
    const broken = sourceOf(() => {
      throw new InputError('a file cannot be read');
    });
    await expect(look(broken)).rejects.toThrow(InputError);
    const { snapshot } = await look(sourceOf(() => late()));
    await expect(look(broken, second, { snapshot, looks: 1 })).rejects.toThrow(InputError);
  });

  it('for an archive of another edition asks nobody', async () => {
    const [published] = await publishOnly(archive, [{ session: '2025-12-30' }]);
    const entry = indexEntryOf(published!.report, published!.manifest);
    await addToIndex(archive, [{ ...entry, edition: 'OTHER' }]);
    const source = sourceOf(() => whole());
    await expect(look(source)).rejects.toThrow(UsageError);
    expect(source.asked).toEqual([]);
  });
});

describe('a second look', () => {
  const looked = async (payloads: readonly Payload[] = late()) => look(sourceOf(() => payloads));

  it('asks for what is late and for all that is required, and completes what is there', async () => {
    const before = await looked();
    const source = sourceOf(({ edition }) =>
      whole(second).filter(({ key }) => edition.symbols.some(({ symbol }) => key === `bars:${symbol}`)),
    );
    const after = await look(source, second, before);
    const asked = source.asked[0]!.edition.symbols.map(({ symbol }) => symbol);
    expect(asked).toEqual(expect.arrayContaining([...tna.required, 'TZA']));
    expect(asked).not.toContain('IJR');
    expect(after).toMatchObject({ late: false, missing: [], looks: 2 });
    const document = await stored(after.snapshot);
    const fetched = Object.fromEntries(document.payloads.map(({ key, fetchedAt }) => [key, fetchedAt]));
    // The same bytes again are no news: their first time stays.
    expect(fetched).toEqual({
      ...Object.fromEntries(['IWM', 'SPY', 'QQQ', 'IJR'].map((symbol) => [`bars:${symbol}`, first])),
      'bars:TNA': second,
    });
    expect(document.collectedAt).toBe(second);
  });

  it('that brings nothing leaves all as it was', async () => {
    const before = await looked();
    const nothing = sourceOf(() => {
      throw new NothingReceived('no network');
    });
    expect(await look(nothing, second, before)).toMatchObject({ ...before, looks: 2 });
  });

  it('of a snapshot that is not there fails', async () => {
    const lost = look(
      sourceOf(() => whole()),
      second,
      { snapshot: '0'.repeat(16), looks: 1 },
    );
    await expect(lost).rejects.toThrow(ArchiveError);
  });

  it('says which series nobody gave in that look, and of no earlier one', async () => {
    const own = { code: 'parser', subject: 'bars:IWM', text: 'noticed' } as const;
    const [head, ...rest] = late();
    const before = await looked([{ ...head!, flags: [absence, own] }, ...rest]);
    const flagsOf = async (id: string | null) =>
      (await stored(id)).payloads.flatMap(({ key, flags = [] }) => flags.map(({ code }) => `${key} ${code}`));
    expect(await flagsOf(before.snapshot)).toEqual(['bars:IWM not-received', 'bars:IWM parser']);

    const without = await look(
      sourceOf(() => whole(second).slice(3)),
      second,
      before,
    );
    expect(await flagsOf(without.snapshot)).toEqual(['bars:IWM parser']);

    const [tnaNow, ...others] = whole(second).slice(3);
    const again = await look(
      sourceOf(() => [{ ...tnaNow!, flags: [absence] }, ...others]),
      second,
      before,
    );
    expect(await flagsOf(again.snapshot)).toEqual(['bars:IJR not-received', 'bars:IWM parser']);
  });

  it('adds the series that fell back and the requests made again to those of the look before', async () => {
    const fell = late().map((one, at) => (at < 2 ? { ...one, fellBack: true } : one));
    const before = await look({ ...sourceOf(() => fell), retries: () => 3 });
    expect(before.series).toEqual({ asked: 5, answered: 5, fellBack: 2, retried: 3 });
    const now = whole(second).map((one) => ({ ...one, fellBack: one.key === 'bars:TNA' }));
    const after = await look({ ...sourceOf(() => now), retries: () => 1 }, second, before);
    expect(after.series).toEqual({ asked: 5, answered: 5, fellBack: 3, retried: 4 });
  });
});

describe('what is late of an edition', () => {
  const provenance = (
    ...served: readonly (readonly [key: string, status: 'fresh' | 'stale' | 'proxy' | 'missing'])[]
  ) => ({
    provenance: served.map(([key, status]) => ({ key, status })) as never,
  });
  const served = (key: string) => {
    const [fresh, stale] = [lateOf(tna, provenance([key, 'fresh'])), lateOf(tna, provenance([key, 'stale']))];
    expect(lateOf(tna, provenance([key, 'proxy']))).toEqual(fresh);
    expect(lateOf(tna, provenance([key, 'missing']))).toEqual(stale);
    expect(stale).toEqual(tna);
    return fresh;
  };

  it('has no optional symbol that is there, and every required one', () => {
    const names = ({ symbols: of }: typeof tna) => of.map(({ symbol }) => symbol);
    expect(names(served('bars:IJR'))).toEqual(names(tna).filter((symbol) => symbol !== 'IJR'));
    expect(lateOf(tna, provenance(['bars:IWM', 'fresh'])).symbols).toEqual(tna.symbols);
  });

  it('has no macro series, list of holdings or valuation that is there', () => {
    const [macro] = tna.macro;
    expect(served(`macro:${macro!.series}`).macro).toEqual(tna.macro.slice(1));
    expect(served(`holdings:${tna.holdings[0]}`).holdings).toEqual(tna.holdings.slice(1));
    expect(served(`valuation:${tna.valued[0]!.fund}`).valued).toEqual(tna.valued.slice(1));
  });

  it('has a filer of whom anything is late', () => {
    const { symbol } = tna.filers[0]!;
    const kinds = ['filings', 'income', 'shares', 'results'].map((kind) => `${kind}:${symbol}`);
    const of = (keys: readonly string[]) =>
      lateOf(tna, provenance(...keys.map((key) => [key, 'fresh'] as const)));
    for (const but of kinds) expect(of(kinds.filter((key) => key !== but)).filers).toEqual(tna.filers);
    expect(of(kinds).filers).toEqual(tna.filers.slice(1));
  });
});

it('series are counted once each, also those that nobody gave', () => {
  const flags = [
    absence,
    absence,
    { ...absence, subject: 'bars:IWM' },
    { ...absence, code: 'parser' as const, subject: 'x' },
  ];
  const provenance = [
    { key: 'bars:IWM', status: 'fresh' as const },
    { key: 'bars:SPY', status: 'missing' as const },
    { key: 'bars:QQQ', status: 'stale' as const },
  ];
  const counted = seriesReceived({ provenance, flags }, { payloads: [] }, {});
  expect(counted).toEqual({ asked: 4, answered: 2, fellBack: 0, retried: 0 });
});

describe('a stored snapshot', () => {
  it('is restored as it was collected', async () => {
    const { snapshot: id } = await look(sourceOf(() => whole()));
    const { snapshot, collection } = await restoreSnapshot(archive, { edition: tna, session, id: id! });
    expect(snapshot).toMatchObject({ id, edition: 'TNA', session, collectedAt: first, simulated: false });
    expect(collection).toMatchObject({ edition: tna, collectedAt: first, simulated: false });
    expect([...snapshot.market.keys()].sort()).toEqual([...symbols].sort());
    // Its own close, as the file has it.
    const row = Buffer.from(whole()[0]!.bytes).toString().trim().split('\n').at(-1)!.split(',');
    expect(snapshot.market.get('IWM')?.close?.at(-1)).toBe(Number(row[4]));
  });

  it('is not restored for another edition, nor where it is not there', async () => {
    const { snapshot: id } = await look(sourceOf(() => whole()));
    const other = restoreSnapshot(archive, { edition: { ...tna, id: 'OTHER' }, session, id: id! });
    await expect(other).rejects.toThrow(/of the edition TNA, not of OTHER/);
    const none = restoreSnapshot(archive, { edition: tna, session: '2025-12-30', id: id! });
    await expect(none).rejects.toThrow(`memory:snapshots/2025-12-30/${id}/snapshot.json is not there`);
  });
});
