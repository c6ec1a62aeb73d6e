import { describe, expect, it } from 'vitest';
import { packBundle } from '../../../../../lambda/sources/parsing/bundle.ts';
import { parseCboeChart } from '../../../../../lambda/sources/providers/cboe-chart/parse.ts';

/** Closes of the sessions before the early close of 27 November 2026, which is the day after Thanksgiving. */
const rows = [
  ['2026-11-23', 100],
  ['2026-11-24', 101],
  ['2026-11-25', 102],
] as const;

const chart = (days: readonly (readonly [string, number])[] = rows) =>
  JSON.stringify({
    symbol: 'IWM',
    data: days.map(([date, close]) => ({
      date,
      open: `${close}`,
      high: `${close + 1}`,
      low: `${close - 1}`,
      close: `${close}`,
      volume: '10',
    })),
  });

const quoteOf = (change: Readonly<Record<string, unknown>> = {}) =>
  JSON.stringify({
    data: {
      symbol: 'IWM',
      ...{ open: 102, high: 104, low: 101.5, close: 103.5, current_price: 103.9, volume: 12 },
      prev_day_close: 102,
      last_trade_time: '2026-11-27T13:00:00',
      ...change,
    },
  });

const fetchedAt = '2026-11-28T02:00:00Z';

function read(quote: string, history = chart()) {
  const part = (label: string, text: string) => ({ label, origin: 'https://cdn.cboe.com/', fetchedAt, text });
  return parseCboeChart(packBundle([part('history', history), part('quote', quote)]), {
    series: 'IWM',
    fetchedAt,
  });
}

describe("a history with Cboe's quote behind it", () => {
  it('ends with the bar of the session, at an early close too', () => {
    const { bars, complaints } = read(quoteOf());
    expect(bars.sessions.at(-1)).toBe('2026-11-27');
    expect(bars.close?.at(-1)).toBe(103.5);
    expect(complaints).toEqual([]);
  });

  it.each([
    ['a trade before the close', { last_trade_time: '2026-11-27T12:59:59' }, /before the close/],
    ['a trade before a full close', { last_trade_time: '2026-11-25T15:59:00' }, /before the close/],
    ['no time of a trade', { last_trade_time: null }, /no time of a session/],
    ['another close before', { prev_day_close: 102.2 }, /history ends with 102/],
    ['no close before', { prev_day_close: null }, /to check it by/],
    ['another symbol', { symbol: 'IWN' }, /answered with IWN/],
    ['no close', { close: 0 }, /no close/],
    ['a close outside its range', { close: 110 }, /outside low to high/],
    ['text for a price', { close: '103.5' }, /not the expected shape/],
  ])('leaves out a quote with %s, names it and keeps the history', (_, change, why) => {
    const { bars, complaints } = read(quoteOf(change));
    expect(bars.sessions.at(-1)).toBe('2026-11-25');
    expect(complaints.join()).toMatch(why);
  });

  it('accepts a close before that differs by its rounding only', () => {
    expect(read(quoteOf({ prev_day_close: 102.1 })).bars.sessions.at(-1)).toBe('2026-11-27');
    expect(read(quoteOf({ prev_day_close: 102.11 })).bars.sessions.at(-1)).toBe('2026-11-25');
  });

  it('adds nothing to a history that has the session', () => {
    const { bars, complaints } = read(quoteOf(), chart([...rows, ['2026-11-27', 103]]));
    expect(bars.close?.at(-1)).toBe(103);
    expect(complaints).toEqual([]);
  });
});

it('cuts a history at a split that it is not adjusted for, and says so', () => {
  const bytes = new TextEncoder().encode(chart([['2026-11-19', 198], ['2026-11-20', 200], ...rows]));
  const { bars, complaints } = parseCboeChart(bytes, { series: 'IWM', fetchedAt });
  expect(bars.sessions[0]).toBe('2026-11-23');
  expect(complaints.join()).toContain('begins 2026-11-23: prices before are not adjusted for a split');
});
