import { describe, expect, it } from 'vitest';
import { isDate } from '../../lambda/calendar/civil.ts';
import { isSession } from '../../lambda/calendar/nyse.ts';
import { InputError } from '../../lambda/errors.ts';
import type { Bars } from '../../lambda/series/bars.ts';
import { quartersOf } from '../../lambda/series/filings.ts';
import type { Observations } from '../../lambda/series/observations.ts';
import { parsePayload } from '../../lambda/sources/parsers.ts';
import { packBundle } from '../../lambda/sources/parsing/bundle.ts';
import fc from '../support/fast-check.ts';
import { routes } from '../support/provider/replies.ts';
import type { World } from '../support/provider/world.ts';

const runs = 10_000;
const fetchedAt = '2025-12-31T02:00:00Z';

/** Twelve sessions and as many values: small bodies, so that every byte of them is hit many times. */
const sessions = ['11', '12', '15', '16', '17', '18', '19', '22', '23', '24', '26', '29'].map(
  (day) => `2025-12-${day}`,
);
const level = (base: number): Float64Array =>
  Float64Array.from(sessions, (_, i) => base + ((i * 7) % 5) * 0.31);
const bars = (symbol: string): Bars => ({
  symbol,
  sessions,
  open: level(100.21),
  high: level(103.47),
  low: level(98.13),
  close: level(101.08),
  adjusted: level(99.9),
  volume: level(1_234_567),
});
const monthly = (id: string): Observations => ({
  id,
  dates: sessions.map((_, i) => `2025-${String(i + 1).padStart(2, '0')}-01`),
  values: level(4.1),
});
const world: World = {
  now: fetchedAt,
  market: new Map(['IWM', '^VIX'].map((symbol) => [symbol, bars(symbol)])),
  macro: new Map<string, Observations>([
    ['UNRATE', monthly('UNRATE')],
    ...['DGS2', 'DGS10', 'DGS3MO', 'DGS30', 'DFEDTARU', 'DFEDTARL'].map((id): [string, Observations] => [
      id,
      { id, dates: sessions, values: level(3.52) },
    ]),
  ]),
};

function body(path: string, query = '', headers: Record<string, string> = {}): Uint8Array {
  const route = routes.find((one) => one.path.test(path));
  const match = route?.path.exec(path);
  if (route === undefined || match == null) throw new Error(`nobody plays ${path}`);
  const reply = route.answer(world, { path, query: new URLSearchParams(query), headers }, match);
  if (reply.status !== 200) throw new Error(`${path} answered ${reply.status}: ${reply.body}`);
  return Buffer.from(reply.body);
}

const part = (label: string, bytes: Uint8Array) => ({
  label,
  origin: 'http://provider/',
  fetchedAt,
  text: Buffer.from(bytes).toString(),
});
const alpaca = (adjustment: string): Uint8Array =>
  body('/v2/stocks/bars', `symbols=IWM&start=2025-12-01&end=2025-12-31T01:44:00Z&adjustment=${adjustment}`, {
    'apca-api-key-id': 'alpaca-id-0123456789',
  });
const window = 'realtime_start=2025-12-30&realtime_end=2025-12-30&api_key=fred-key-0123456789';

const fredKey =
  'api_key=fred-key-0123456789&include_release_dates_with_no_data=true&realtime_start=2025-12-31';
const releaseCalendar = packBundle(
  [0, 20].map((offset) =>
    part(`page ${offset}`, body('/fred/releases/dates', `${fredKey}&offset=${offset}&limit=20`)),
  ),
);
const earningsOf = (date: string) => part(date, body('/api/calendar/earnings', `date=${date}`));
const earningsBy = (symbol: string) =>
  part(
    `${symbol} 2026-01-02 2026-01-15`,
    body(
      '/api/v1/calendar/earnings',
      `token=finnhub-key-0123456789&from=2026-01-02&to=2026-01-15&symbol=${symbol}`,
    ),
  );

const payloads: readonly (readonly [source: string, key: string, bytes: Uint8Array])[] = [
  ['yahoo', 'bars:IWM', body('/v8/finance/chart/IWM', 'period1=1764547200&period2=1767225600')],
  [
    'tiingo',
    'bars:IWM',
    body('/tiingo/daily/IWM/prices', 'startDate=2025-12-01&endDate=2025-12-31', {
      authorization: 'Token tiingo-key-0123456789',
    }),
  ],
  ['alpaca', 'bars:IWM', packBundle([part('split', alpaca('split')), part('all', alpaca('all'))])],
  [
    'massive',
    'bars:IWM',
    body('/v2/aggs/ticker/IWM/range/1/day/2025-12-01/2025-12-31', '', {
      authorization: 'Bearer massive-key-0123456789',
    }),
  ],
  ['cboe-chart', 'bars:IWM', body('/api/global/delayed_quotes/charts/historical/IWM.json')],
  ['cboe-index', 'bars:^VIX', body('/api/global/us_indices/daily_prices/VIX_History.csv')],
  ['fred', 'macro:UNRATE', body('/fred/series/observations', `series_id=UNRATE&${window}`)],
  ['fredgraph', 'macro:UNRATE', body('/graph/fredgraph.csv', 'id=UNRATE')],
  [
    'treasury',
    'macro:DGS2',
    body('/resource-center/data-chart-center/interest-rates/daily-treasury-rates.csv/2025/all'),
  ],
  ['nyfed', 'macro:DFEDTARU', body('/api/rates/unsecured/effr/last/30.json')],
  ['bls', 'macro:UNRATE', body('/publicAPI/v2/timeseries/data/LNS14000000', 'startyear=2016&endyear=2025')],
  [
    'sec',
    'filings:MSFT',
    body(
      '/api/xbrl/companyconcept/CIK0000789019/us-gaap/PaymentsToAcquirePropertyPlantAndEquipment.json',
      '',
      { 'user-agent': 'test test@example.org' },
    ),
  ],
  ['direxion', 'holdings:TNA', body('/holdings/TNA.csv')],
  [
    'ishares',
    'holdings:IWM',
    body(
      '/varnish-api/blk-one01-product-data/product-data/api/v1/get-fund-document',
      'portfolioId=239710&component=holdings',
    ),
  ],
  ['fred-releases', 'events:releases', releaseCalendar],
  [
    'nasdaq',
    'events:earnings',
    packBundle(['08', '09', '12', '13'].map((day) => earningsOf(`2026-01-${day}`))),
  ],
  ['finnhub', 'events:earnings', packBundle(['AAPL', 'GOOGL'].map(earningsBy))],
];

interface Mutation {
  readonly at: number;
  readonly kind: 'replace' | 'insert' | 'delete' | 'cut' | 'repeat';
  readonly byte: number;
  readonly length: number;
}

/** Bytes that matter to JSON and CSV come more often than the others. */
const byte = fc.oneof(
  fc.constantFrom(...Buffer.from('0123456789.,:-{}[]"\n eEn')),
  fc.integer({ min: 0, max: 255 }),
);
const mutation: fc.Arbitrary<Mutation> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  kind: fc.constantFrom('replace', 'replace', 'insert', 'delete', 'cut', 'repeat'),
  byte,
  length: fc.integer({ min: 1, max: 40 }),
});

function mutated(bytes: Uint8Array, { at, kind, byte: value, length }: Mutation): Uint8Array {
  const place = Math.floor(at * bytes.length);
  const [before, after] = [bytes.subarray(0, place), bytes.subarray(place)];
  if (kind === 'cut') return before;
  if (kind === 'insert') return Buffer.concat([before, Buffer.of(value), after]);
  if (kind === 'delete') return Buffer.concat([before, after.subarray(length)]);
  if (kind === 'repeat') return Buffer.concat([before, after.subarray(0, length), after]);
  return Buffer.concat([before, Buffer.of(value), after.subarray(1)]);
}

/** What every accepted series must be, whatever was sent. */
function sound(parsed: ReturnType<typeof parsePayload>): void {
  if (parsed.kind === 'macro') {
    const { dates, values } = parsed.observations;
    expect(dates.every(isDate)).toBe(true);
    expect(dates.every((date, i) => i === 0 || date > (dates[i - 1] ?? ''))).toBe(true);
    expect(values).toHaveLength(dates.length);
    return;
  }
  if (parsed.kind === 'filings') {
    for (const { start, end, value, filed } of parsed.filings.facts)
      if (!([start, end, filed].every(isDate) && start < end && end < filed && Number.isFinite(value)))
        throw new Error(`${start} to ${end}, filed ${filed}: ${value}`);
    for (const { value } of quartersOf(parsed.filings, '2025-12-31')) expect(value).toBeGreaterThan(0);
    return;
  }
  if (parsed.kind === 'holdings') {
    const { asOf, weights } = parsed.holdings;
    expect(isDate(asOf)).toBe(true);
    for (const weight of weights.values()) expect(Math.abs(weight)).toBeLessThan(5);
    return;
  }
  if (parsed.kind === 'events') {
    const { events, through } = parsed;
    expect(isDate(through)).toBe(true);
    for (const { date, when, name } of events) {
      expect(isDate(date)).toBe(true);
      expect(when).toMatch(/^([01]\d:[0-5]\d|before the open|after the close|time not given)$/);
      expect(typeof name).toBe('string');
    }
    return;
  }
  const { sessions: days, open, high, low, close, adjusted } = parsed.bars;
  expect(days.length).toBeGreaterThan(0);
  for (const [i, day] of days.entries()) {
    if (!(isSession(day) && day <= fetchedAt.slice(0, 10) && (i === 0 || day > (days[i - 1] ?? ''))))
      throw new Error(`${day} is no day to accept`);
    for (const column of [open, high, low, close, adjusted])
      if (column !== null && !((column[i] ?? 0) > 0 && Number.isFinite(column[i])))
        throw new Error(`${day}: ${column[i]}`);
    const [top, bottom, last] = [high?.[i], low?.[i], close?.[i] ?? 0];
    if (top !== undefined && last > top * 1.001) throw new Error(`${day}: closes above its high`);
    if (bottom !== undefined && last < bottom * 0.999) throw new Error(`${day}: closes below its low`);
  }
}

/** How many values of a series differ from the same day's or period's in another. */
function changedDays(a: ReturnType<typeof parsePayload>, b: ReturnType<typeof parsePayload>): number {
  if (a.kind === 'bars' && b.kind === 'bars') {
    const close = new Map(b.bars.sessions.map((day, i) => [day, b.bars.close?.[i]]));
    return a.bars.sessions.filter((day, i) => close.get(day) !== a.bars.close?.[i]).length;
  }
  if (a.kind === 'macro' && b.kind === 'macro') {
    const values = new Map(b.observations.dates.map((date, i) => [date, b.observations.values[i]]));
    return a.observations.dates.filter((date, i) => !Object.is(values.get(date), a.observations.values[i]))
      .length;
  }
  if (a.kind === 'filings' && b.kind === 'filings') {
    const facts = new Set(b.filings.facts.map((fact) => JSON.stringify(fact)));
    return a.filings.facts.filter((fact) => !facts.has(JSON.stringify(fact))).length;
  }
  if (a.kind === 'holdings' && b.kind === 'holdings') {
    const { weights } = b.holdings;
    return [...a.holdings.weights].filter(([kind, weight]) => weights.get(kind) !== weight).length;
  }
  if (a.kind === 'events' && b.kind === 'events') {
    const events = new Set(b.events.map((event) => JSON.stringify(event)));
    return a.events.filter((event) => !events.has(JSON.stringify(event))).length;
  }
  throw new Error('two kinds of one payload');
}

describe.each(payloads)('%s (%s), one change anywhere in the body', (source, key, bytes) => {
  const payload = { source, key, origin: 'http://provider/', fetchedAt };

  it('is refused by name, or read as a sound series that differs where the change was and nowhere else', () => {
    const original = parsePayload({ ...payload, bytes });
    sound(original);
    fc.assert(
      fc.property(mutation, (change) => {
        let read: ReturnType<typeof parsePayload>;
        try {
          read = parsePayload({ ...payload, bytes: mutated(bytes, change) });
        } catch (error) {
          if (error instanceof InputError) return;
          throw error;
        }
        sound(read);
        // A change of one place can touch two neighbours at most, unless it cut whole rows away.
        if (change.kind === 'replace' || change.kind === 'insert')
          expect(changedDays(read, original)).toBeLessThanOrEqual(2);
      }),
      { numRuns: runs },
    );
  });
});
