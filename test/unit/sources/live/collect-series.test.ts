import { expect, it } from 'vitest';
import { tna } from '../../../../lambda/editions/tna.ts';
import type { Keys } from '../../../../lambda/providers/keys.ts';
import { ProviderError } from '../../../../lambda/sources/http/provider-error.ts';
import { collectSeries } from '../../../../lambda/sources/live/collect-series.ts';
import { barRules } from '../../../../lambda/sources/live/kinds/bars.ts';
import { filingRules, holdingRules, optionRules } from '../../../../lambda/sources/live/kinds/disclosures.ts';
import { macroRules } from '../../../../lambda/sources/live/kinds/macro.ts';
import type { Cached, SeriesRules } from '../../../../lambda/sources/live/rules.ts';
import type { CollectionRun } from '../../../../lambda/sources/live/run.ts';
import type { ParsedByKind, SeriesKind } from '../../../../lambda/sources/parsing/parsed.ts';
import { allRoutes } from '../../../../lambda/sources/providers/routes.ts';
import type { SeriesRequest } from '../../../../lambda/sources/route.ts';
import { bodyOf, fetchedAt } from '../../../support/provider/bodies.ts';

const evening = { session: '2025-12-29', through: '2025-12-29', now: '2025-12-30T02:00:00Z' };
const asking = (series: string, more: Partial<SeriesRequest> = {}): SeriesRequest => ({
  edition: tna,
  series,
  from: '2005-01-01',
  ...evening,
  ...more,
});

interface Kept<K extends SeriesKind> {
  readonly newest?: Cached<K> | null;
  readonly ofTheEvening?: Cached<K> | null;
}

/** A run in which one provider answers, no other can be reached, and the archive keeps what it is given. */
function runWith<K extends SeriesKind>(
  answering: string,
  body: Uint8Array,
  kept: Kept<K> = {},
  keys: Keys = {},
) {
  const asked: string[] = [];
  const get = async (provider: string) => {
    asked.push(provider);
    if (provider !== answering) throw new ProviderError('unreachable', 'not reachable (ENOTFOUND)');
    return { provider, url: 'https://provider.example/', status: 200, headers: {}, fetchedAt, bytes: body };
  };
  const breaker = { answered: () => undefined, failed: () => undefined, trip: (why: string) => why };
  const client = { get, getOnce: get, breaker: () => breaker, redacted: (text: string) => text };
  const clock = { now: () => evening.now, elapsed: () => 0, sleep: async () => undefined, random: () => 0 };
  const { newest = null, ofTheEvening = null } = kept;
  const run = {
    keys,
    offline: false,
    provesKnowledge: true,
    ports: { client, keys, clock, reportBug: () => undefined },
    cacheOf: () => ({ newest: async () => newest, ofTheEvening: async () => ofTheEvening }),
  };
  return { run: run as unknown as CollectionRun, asked };
}

/** What a source gave, read as it is when it comes in. */
function readBody<K extends SeriesKind>(kind: K, source: string, series: string): ParsedByKind[K] {
  const route = allRoutes.find((one) => one.kind === kind && one.source === source);
  return route?.parse(bodyOf(source), { series, fetchedAt }) as ParsedByKind[K];
}

const cached = <K extends SeriesKind>(source: string, key: string, parsed: ParsedByKind[K]): Cached<K> => ({
  payload: { key, source, origin: 'archive', fetchedAt, bytes: new Uint8Array() },
  parsed,
});

it('takes an answer that serves, though what is kept of the symbol has dividends too', async () => {
  const newest = cached<'bars'>('yahoo', 'bars:IWM', readBody('bars', 'yahoo', 'IWM'));
  expect(newest.parsed.basis).toBe('adjusted');
  const { run } = runWith('cboe', bodyOf('cboe-chart'), { newest });
  const outcome = await collectSeries(run, barRules, asking('IWM'));
  expect([outcome.payload?.source, outcome.fromArchive]).toEqual(['cboe-chart', false]);
});

it('keeps the bars that it has where every answer lacks the session', async () => {
  const newest = cached<'bars'>('yahoo', 'bars:IWM', readBody('bars', 'yahoo', 'IWM'));
  const { run } = runWith('cboe', bodyOf('cboe-chart'), { newest });
  const later = asking('IWM', { session: '2025-12-30', through: '2025-12-30' });
  const outcome = await collectSeries(run, barRules, later);
  expect(outcome.attempts.at(-1)?.why).toBe('no bar of 2025-12-30, newest 2025-12-29');
  expect([outcome.payload?.source, outcome.fromArchive]).toEqual(['yahoo', true]);
  expect(outcome.payload?.note).toContain("the archive's own last, fetched");
});

it('keeps a macro series that is as new and as long, where the answer begins too late', async () => {
  const parsed = readBody('macro', 'fredgraph', 'UNRATE');
  const { dates } = parsed.observations;
  // Of the same length, since a month of it was never published.
  const earlier = ['2023-01-01', ...dates.slice(0, -2), dates.at(-1)!];
  const before = { ...parsed, observations: { ...parsed.observations, dates: earlier } };
  const newest = cached<'macro'>('fredgraph', 'macro:UNRATE', before);
  const { run } = runWith('fredgraph', bodyOf('fredgraph'), { newest });
  const outcome = await collectSeries(run, macroRules, asking('UNRATE'));
  expect(outcome.attempts.find(({ source }) => source === 'fredgraph')?.why).toMatch(/^begins /);
  expect(outcome.fromArchive).toBe(true);
});

it.each<[SeriesRules<SeriesKind>, string]>([
  [macroRules as SeriesRules<SeriesKind>, 'UNRATE'],
  [filingRules as SeriesRules<SeriesKind>, 'MSFT'],
  [holdingRules as SeriesRules<SeriesKind>, 'TNA'],
  [optionRules as SeriesRules<SeriesKind>, 'IWM'],
])('sends no request for what was archived on the evening: $kind', async (rules, series) => {
  const sources = { macro: 'fredgraph', filings: 'sec', holdings: 'direxion', options: 'cboe-quote' };
  const source = sources[rules.kind as keyof typeof sources];
  const ofTheEvening = cached(source, `${rules.kind}:${series}`, readBody(rules.kind, source, series));
  const nextDay = asking(series, { now: '2025-12-31T02:00:00Z' });
  const { run, asked } = runWith('nobody', new Uint8Array(), { ofTheEvening });
  const outcome = await collectSeries(run, rules, nextDay);
  expect([outcome.payload, outcome.fromArchive]).toEqual([ofTheEvening.payload, true]);
  expect(asked).toEqual([]);
  // On the evening itself they are asked.
  const again = runWith('nobody', new Uint8Array(), { ofTheEvening });
  expect((await collectSeries(again.run, rules, asking(series))).payload).toBeNull();
  expect(again.asked.length).toBeGreaterThan(0);
});

it('keeps a quote of the session where the newest is of another day', async () => {
  const parsed = readBody('options', 'cboe-quote', 'IWM');
  const session = '2025-12-26';
  const ofSession = { ...parsed, options: { ...parsed.options, asOf: session } };
  const newest = cached<'options'>('cboe-quote', 'options:IWM', ofSession);
  const { run, asked } = runWith('cboe', bodyOf('cboe-quote'), { newest });
  const outcome = await collectSeries(run, optionRules, asking('IWM', { session, through: session }));
  expect(asked).toEqual(['cboe']);
  expect(outcome.attempts.at(-1)?.why).toBe(`the quote is of ${parsed.options.asOf}`);
  expect([outcome.last, outcome.fromArchive]).toEqual([session, true]);
});

it('asks for a second opinion only who gives one, and says why there is none', async () => {
  const { run, asked } = runWith('yahoo', bodyOf('yahoo'), {}, { massive: 'massive-key' });
  // Of a first run a year of bars is wanted; what is kept here says that the series is no longer.
  const newest = cached<'bars'>('yahoo', 'bars:IWM', readBody('bars', 'yahoo', 'IWM'));
  const cache = { newest: async () => newest, ofTheEvening: async () => null };
  const knowing = { ...run, cacheOf: () => cache } as unknown as CollectionRun;
  // Massive answers on the day after, and is no second source even then: its free plan has five requests a minute.
  const nextMorning = asking('IWM', { now: '2025-12-30T14:00:00Z' });
  const outcome = await collectSeries(knowing, barRules, nextMorning, true);
  expect([outcome.payload?.source, outcome.fromArchive]).toEqual(['yahoo', false]);
  expect(asked.toSorted()).toEqual(['cboe', 'yahoo']);
  expect(outcome.second).toEqual({
    source: 'cboe-chart',
    comparison: null,
    why: 'not reachable (ENOTFOUND)',
  });
});

it.each<[what: string, provesKnowledge: boolean, firstOfAll: string, knownBy: string | undefined]>([
  ['by its fetch', true, '2025-01-01', '2025-12-30'],
  ['by nothing, where the clock of the run was set', false, '2025-01-01', undefined],
  ['by nothing, where it has a period after its fetch', true, '2026-06-01', undefined],
])('says of a macro series when it was known: %s', async (_, provesKnowledge, first, knownBy) => {
  const months = Array.from(
    { length: 12 },
    (_month, at) => `${first.slice(0, 5)}${String(at + 1).padStart(2, '0')}-01`,
  );
  const csv = ['observation_date,UNRATE', ...months.map((month) => `${month},4.1`)].join('\n');
  const { run } = runWith('fredgraph', Buffer.from(csv));
  const outcome = await collectSeries(
    { ...run, provesKnowledge } as CollectionRun,
    macroRules,
    asking('UNRATE'),
  );
  expect(outcome.payload?.source).toBe('fredgraph');
  expect(outcome.payload?.knownBy).toBe(knownBy);
});
