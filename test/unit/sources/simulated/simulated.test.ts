import { beforeAll, describe, expect, it } from 'vitest';
import { closeOf, sessionsBetween } from '../../../../lambda/calendar/nyse.ts';
import { editionNames, editionOf } from '../../../../lambda/editions/index.ts';
import { tna } from '../../../../lambda/editions/tna.ts';
import { shortfalls } from '../../../../lambda/quality/gate.ts';
import { type Assembled, assemble } from '../../../../lambda/sources/assemble.ts';
import { simulatedSource } from '../../../../lambda/sources/simulated/source.ts';
import type { Payload } from '../../../../lambda/sources/source.ts';

const session = '2026-11-20';
const request = { edition: tna, session, through: session, now: closeOf(session) };
const source = simulatedSource();

function understood(payloads: readonly Payload[], of: string): Assembled {
  const named = payloads.map((payload) => ({ ...payload, raw: payload.key }));
  return assemble({ edition: tna, session: of }, named);
}

const logReturns = (prices: Float64Array): number[] =>
  Array.from(prices.subarray(1), (price, i) => Math.log(price / prices[i]!));
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
function correlation(a: readonly number[], b: readonly number[]): number {
  const [ma, mb] = [mean(a), mean(b)];
  const product = (f: (i: number) => number) => a.reduce((sum, _, i) => sum + f(i), 0);
  const [da, db] = [(i: number) => a[i]! - ma, (i: number) => b[i]! - mb];
  return product((i) => da(i) * db(i)) / Math.sqrt(product((i) => da(i) ** 2) * product((i) => db(i) ** 2));
}

it.each(editionNames)('the simulated market has every series of the edition %s', async (name) => {
  const edition = editionOf(name);
  const made = await source.collect({ ...request, edition });
  expect(made.map(({ key }) => key)).toEqual([
    ...edition.symbols.map(({ symbol }) => `bars:${symbol}`),
    ...edition.macro.map(({ series }) => `macro:${series}`),
  ]);
});

describe('the simulated market', () => {
  let payloads: readonly Payload[];
  let whole: Assembled;
  beforeAll(async () => {
    payloads = await source.collect(request);
    whole = understood(payloads, session);
  });
  const adjusted = (symbol: string) => whole.market.get(symbol)!.adjusted!;
  const closes = (symbol: string) => whole.market.get(symbol)!.close!;
  const values = (series: string) =>
    [...whole.macro.get(series)!.values].filter((value) => !Number.isNaN(value));
  const newest = (series: string) => values(series).at(-1)!;

  it('says that it is none', () => {
    expect(source.simulated).toBe(true);
    expect(payloads.every(({ origin }) => origin === 'simulated market, seed 15')).toBe(true);
  });

  it('has every series fresh, and nothing in it looks wrong', () => {
    expect(whole.flags).toEqual([]);
    expect(whole.provenance.filter(({ status }) => status !== 'fresh')).toEqual([]);
    expect(shortfalls(tna, session, whole)).toEqual([]);
  });

  it.each([
    // Surveys on their day of their own month, rates the next business day, the target on its day.
    ['2020-11-17', 'GACDISA066MSFRBNY', '2020-10-01'],
    ['2020-11-18', 'GACDISA066MSFRBNY', '2020-11-01'],
    ['2020-11-20', 'GACDFSA066MSFRBPHI', '2020-10-01'],
    ['2020-11-23', 'GACDFSA066MSFRBPHI', '2020-11-01'],
    ['2020-11-23', 'DFEDTARU', '2020-11-23'],
    ['2025-12-10', 'DFEDTARU', '2025-12-11'],
    ['2020-11-23', 'DGS2', '2020-11-20'],
    // The lapses count for it as for the real market.
    ['2019-01-18', 'RSAFS', '2018-11-01'],
    ['2025-11-14', 'PAYEMS', '2025-08-01'],
  ])('publishes by the calendar: on %s %s to %s', async (of, series, last) => {
    const collected = await source.collect({ ...request, session: of, through: of });
    const payload = collected.find(({ key }) => key === `macro:${series}`)!;
    const row = new TextDecoder().decode(payload.bytes).trim().split('\n').at(-1);
    expect(row?.split(',')[0]).toBe(last);
  });

  it('trades on every session of the exchange and on no other day', () => {
    for (const bars of whole.market.values())
      expect(bars.sessions).toEqual(sessionsBetween('1999-01-04', session));
  });

  it('has consistent bars: open and close within low to high', () => {
    for (const { symbol, open, high, low, close } of whole.market.values())
      for (let row = 0; row < close!.length; row++) {
        const within =
          low![row]! <= Math.min(open![row]!, close![row]!) &&
          high![row]! >= Math.max(open![row]!, close![row]!);
        if (!within) expect.fail(`${symbol} ${row}: ${low![row]} ${open![row]} ${close![row]} ${high![row]}`);
      }
  });

  it('starts with its first briefing on windows of five years', async () => {
    const early = understood(
      await source.collect({ ...request, session: '2005-01-03', through: '2005-01-03' }),
      '2005-01-03',
    );
    expect(early.market.get('TNA')!.sessions.length).toBeGreaterThan(1260);
    expect(shortfalls(tna, '2005-01-03', early)).toEqual([]);
    expect(early.provenance.filter(({ status }) => status !== 'fresh')).toEqual([]);
  });

  it('reaches to the end of 2030 and no further, and not before 2005', async () => {
    const last = await source.collect({ ...request, session: '2030-12-31', through: '2030-12-31' });
    expect(understood(last, '2030-12-31').flags).toEqual([]);
    await expect(source.collect({ ...request, through: '2031-01-02' })).rejects.toThrow(
      /2005-01-03 to 2030-12-31/,
    );
    await expect(source.collect({ ...request, session: '2004-12-31' })).rejects.toThrow(/2005-01-03/);
  });

  it('moves together: small caps with large, growth with technology, the VIX against them', () => {
    const moves = (symbol: string) => logReturns(adjusted(symbol));
    expect(correlation(moves('IWM'), moves('SPY'))).toBeGreaterThan(0.8);
    expect(correlation(moves('QQQ'), moves('XLK'))).toBeGreaterThan(0.9);
    expect(correlation(moves('IWM'), moves('SPY'))).toBeLessThan(correlation(moves('IWM'), moves('IJR')));
    expect(correlation(logReturns(closes('^VIX')), moves('SPY'))).toBeLessThan(-0.4);
    expect(correlation(moves('TLT'), moves('SPY'))).toBeLessThan(0.1);
  });

  it('has volatility that changes: large days follow large days, and tails are fat', () => {
    const moves = logReturns(adjusted('SPY'));
    const sizes = moves.map(Math.abs);
    // For independent days the autocorrelation of 7,000 is within 0.025 of zero.
    for (const lag of [1, 5, 20])
      expect(correlation(sizes.slice(lag), sizes.slice(0, -lag)), `lag ${lag}`).toBeGreaterThan(0.08);
    expect(Math.abs(correlation(moves.slice(1), moves.slice(0, -1)))).toBeLessThan(0.05);
    const variance = mean(moves.map((x) => x * x));
    expect(mean(moves.map((x) => x ** 4)) / variance ** 2).toBeGreaterThan(4);
    expect(Math.sqrt(variance * 252)).toBeGreaterThan(0.12);
    expect(Math.sqrt(variance * 252)).toBeLessThan(0.25);
  });

  it('pays dividends: adjusted closes rise against closes in steps, and never fall', () => {
    const [close, total] = [closes('HYG'), adjusted('HYG')];
    const ratios = Array.from(close, (price, row) => total[row]! / price);
    const steps = ratios.slice(1).map((ratio, i) => ratio / ratios[i]! - 1);
    expect(steps.filter((step) => step > 1e-3).length).toBe(335);
    expect(Math.min(...steps)).toBeGreaterThan(-1e-5);
    expect(Math.max(...ratios)).toBeLessThanOrEqual(1);
  });

  it('has an economy of plausible levels', () => {
    const inflation = newest('CPIAUCSL') / values('CPIAUCSL').at(-13)! - 1;
    expect(inflation).toBeGreaterThan(0.005);
    expect(inflation).toBeLessThan(0.06);
    const bounds: Record<string, readonly [number, number]> = {
      UNRATE: [2.5, 12],
      ICSA: [120_000, 900_000],
      DGS3MO: [0, 11],
      DGS2: [0, 11],
      DGS10: [0.4, 11],
      BAA10Y: [1, 7],
      BAMLH0A0HYM2: [2, 22],
      NFCI: [-1.2, 5],
      UMCSENT: [40, 120],
      HOUST: [400, 2500],
      VIXCLS: [8, 100],
    };
    for (const [series, [low, high]] of Object.entries(bounds)) {
      expect(Math.min(...values(series)), series).toBeGreaterThanOrEqual(low);
      expect(Math.max(...values(series)), series).toBeLessThanOrEqual(high);
    }
    const [two, ten, curve] = ['DGS2', 'DGS10', 'T10Y2Y'].map(newest);
    expect(curve).toBeCloseTo(ten! - two!, 9);
    expect(newest('DFEDTARU') - newest('DFEDTARL')).toBeCloseTo(0.25, 9);
    const monthly = whole.macro.get('PAYEMS')!;
    expect(monthly.dates.every((date) => date.endsWith('-01'))).toBe(true);
  });

  it('publishes nothing before its time', () => {
    const last = (series: string) => whole.macro.get(series)!.dates.at(-1);
    expect(last('CPIAUCSL')).toBe('2026-10-01');
    expect(last('PCEPI')).toBe('2026-09-01');
    expect(last('GDPC1')).toBe('2026-07-01');
    expect(last('DGS10')).toBe('2026-11-19');
    expect(last('ICSA')).toBe('2026-11-14');
    expect(last('NFCI')).toBe('2026-11-13');
  });
});
