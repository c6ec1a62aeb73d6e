import { describe, expect, it } from 'vitest';
import { openOf } from '../../../../../lambda/calendar/nyse.ts';
import { validateBars } from '../../../../../lambda/sources/live/kinds/validate-bars.ts';
import { parseYahoo } from '../../../../../lambda/sources/providers/yahoo/parse.ts';
import { adjustedOf, payingFund } from '../../../../support/paying-fund.ts';

const fund = payingFund('2024-06-03', '2025-09-15');
const about = { series: 'IWM', fetchedAt: '2025-09-16T02:00:00Z' };
const secondsOf = (session: string) => Date.parse(openOf(session)) / 1000;

interface Given {
  readonly close?: readonly number[];
  readonly adjusted?: readonly number[];
  readonly events?: unknown;
}

const amounts = (by: readonly number[]) =>
  Object.fromEntries(
    by.flatMap((amount, day) => {
      const date = secondsOf(fund.sessions[day]!);
      return amount > 0 ? [[String(date), { amount, date }]] : [];
    }),
  );

function answer({ close = fund.close, adjusted = fund.adjusted, events }: Given) {
  const result = {
    meta: {
      symbol: 'IWM',
      currency: 'USD',
      exchangeTimezoneName: 'America/New_York',
      regularMarketTime: secondsOf(fund.sessions.at(-1)!) + 6.5 * 3600,
      dataGranularity: '1d',
    },
    timestamp: fund.sessions.map(secondsOf),
    events: events ?? { dividends: amounts(fund.dividends) },
    indicators: {
      quote: [{ open: close, high: close, low: close, close, volume: close.map((_, day) => 1000 + day) }],
      adjclose: [{ adjclose: adjusted }],
    },
  };
  return Buffer.from(JSON.stringify({ chart: { error: null, result: [result] } }));
}
const read = (given: Given) => parseYahoo(answer(given), about);
const worst = (read: Float64Array | null, expected: readonly number[]) =>
  expected.reduce((most, value, day) => Math.max(most, Math.abs(read![day]! / value - 1)), 0);
const newest = fund.sessions.findLast((_, day) => fund.dividends[day]! > 0)!;

describe('dividends in an answer of Yahoo', () => {
  it('that agree with its adjusted closes change nothing', () => {
    const { bars, irregularities } = read({});
    expect([...bars.adjusted!]).toEqual(fund.adjusted);
    expect(irregularities).toEqual([]);
  });

  it.each([
    ['is not in them yet', 0],
    ['counts nine times', 9],
  ])('make its adjusted closes anew where the newest %s', (_, times) => {
    const counted = fund.dividends.map((paid, day) => (fund.sessions[day] === newest ? times * paid : paid));
    const { bars, irregularities, basis } = read({ adjusted: adjustedOf(fund.close, counted) });
    expect(worst(bars.adjusted, fund.adjusted)).toBeLessThan(1e-7);
    expect(irregularities).toEqual([
      expect.objectContaining({ code: 'rebuilt-adjusted', sessions: [newest] }),
    ]);
    expect(basis).toBe('adjusted');
  });

  it('recompute its adjusted closes where they equal the closes', () => {
    expect(worst(read({ adjusted: fund.close }).bars.adjusted, fund.adjusted)).toBeLessThan(1e-7);
  });

  it('that a step contradicts leave no adjusted close, and the next provider is asked', () => {
    const odd = fund.adjusted.map((price, day) => (day < 200 ? price * 0.99 : price));
    const parsed = read({ adjusted: odd });
    expect(parsed.bars.adjusted).toBeNull();
    expect(parsed.basis).toBe('price only');
    const { problem } = validateBars('2025-09-15', null);
    expect(problem(parsed)).toBe(
      `its adjusted closes contradict its closes or dividends (${fund.sessions[200]})`,
    );
    expect(problem(read({}))).toBeNull();
  });

  it('are not requested where it has none', () => {
    const { bars } = read({ adjusted: fund.close, events: {} });
    expect([...bars.adjusted!]).toEqual(fund.close);
  });
});

describe('a split in an answer of Yahoo', () => {
  const at = 250;
  const split = (numerator: number, denominator: number, dividends = fund.dividends) => ({
    dividends: amounts(dividends),
    splits: { s: { date: secondsOf(fund.sessions[at]!), numerator, denominator } },
  });
  const unsplit = (prices: readonly number[], ratio: number) =>
    prices.map((price, day) => (day < at ? price * ratio : price));

  it.each([
    [3, 2],
    [4, 3],
    [5, 4],
    [10, 1],
    [1, 10],
  ])('of %i for %i is brought into prices before it that lack it', (numerator, denominator) => {
    const ratio = numerator / denominator;
    const before = { close: unsplit(fund.close, ratio), adjusted: unsplit(fund.adjusted, ratio) };
    const { bars, complaints, irregularities } = read({
      ...before,
      events: split(numerator, denominator),
    });
    // Dividends that lack it, too, are of the shares before it.
    const inOldShares = split(numerator, denominator, unsplit(fund.dividends, ratio));
    const other = read({ ...before, events: inOldShares });
    expect([other.bars.adjusted, other.irregularities, irregularities]).toEqual([bars.adjusted, [], []]);
    expect(worst(bars.close, fund.close)).toBeLessThan(1e-9);
    expect(worst(bars.adjusted, fund.adjusted)).toBeLessThan(1e-9);
    expect(worst(bars.high, fund.close)).toBeLessThan(1e-9);
    expect(bars.volume![0]).toBeCloseTo(1000 * ratio, 6);
    expect(complaints).toEqual([
      'prices before a split that is told beside them did not have it, and do now',
    ]);
  });

  it('that is in the prices already changes nothing', () => {
    const { bars, complaints } = read({ events: split(3, 2) });
    expect([...bars.close!]).toEqual(fund.close);
    expect(complaints).toEqual([]);
  });
});
