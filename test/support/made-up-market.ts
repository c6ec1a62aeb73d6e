import { addDays, addMonths, endOfMonth, weekday } from '../../lambda/calendar/civil.ts';
import { sessions as calendar, lastSessionIndex } from '../../lambda/calendar/nyse.ts';
import type { Edition } from '../../lambda/editions/edition.ts';
import type { Bars } from '../../lambda/series/bars.ts';
import type { Observations } from '../../lambda/series/observations.ts';

/** Uniform numbers in [0, 1) that depend on the seed only (mulberry32). */
export function uniforms(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Sessions of the exchange from `first` on. */
export function sessionsFrom(first: string, count: number): string[] {
  const from = lastSessionIndex(addDays(first, -1)) + 1;
  return calendar.slice(from, from + count);
}

function walk(symbol: string, sessions: readonly string[], next: () => number): Bars {
  const column = () => new Float64Array(sessions.length);
  const bars = {
    open: column(),
    high: column(),
    low: column(),
    close: column(),
    adjusted: column(),
    volume: column(),
  };
  let close = 20 + 200 * next();
  let dividends = 0.8;
  for (let t = 0; t < sessions.length; t++) {
    const before = close;
    close *= Math.exp(0.02 * (next() + next() + next() - 1.5));
    const open = before * (1 + 0.004 * (next() - 0.5));
    dividends *= 1.00004;
    bars.open[t] = open;
    bars.close[t] = close;
    bars.high[t] = Math.max(open, close) * (1 + 0.005 * next());
    bars.low[t] = Math.min(open, close) * (1 - 0.005 * next());
    bars.adjusted[t] = close * dividends;
    bars.volume[t] = Math.round(1e6 * (1 + next()));
  }
  return { symbol, sessions, ...bars };
}

const steps = {
  daily: (date: string) => addDays(date, weekday(date) === 5 ? 3 : 1),
  weekly: (date: string) => addDays(date, 7),
  monthly: (date: string) => addMonths(date, 1),
  quarterly: (date: string) => addMonths(date, 3),
} as const;

function observed(
  { series, frequency, weekday: stamped }: Edition['macro'][number],
  first: string,
  last: string,
  next: () => number,
): Observations {
  const dates: string[] = [];
  const begun = frequency === 'monthly' || frequency === 'quarterly' ? `${first.slice(0, 5)}01-01` : first;
  const start = stamped === undefined ? begun : addDays(begun, (stamped - weekday(begun) + 7) % 7);
  for (let date = start; date <= last; date = steps[frequency](date)) dates.push(date);
  let level = 2 + 3 * next();
  const values = Float64Array.from(dates, () => {
    level = Math.max(0.1, level + 0.1 * (next() - 0.5));
    return level;
  });
  return { id: series, dates, values };
}

export interface MadeUpMarket {
  readonly market: ReadonlyMap<string, Bars>;
  readonly macro: ReadonlyMap<string, Observations>;
  readonly sessions: readonly string[];
}

/** Random walks for every symbol and series of an edition: not a plausible market, but one full of numbers. */
export function madeUpMarket(edition: Edition, first: string, count: number, seed: number): MadeUpMarket {
  const next = uniforms(seed);
  const sessions = sessionsFrom(first, count);
  const last = endOfMonth(sessions.at(-1) ?? first);
  const market = edition.symbols.map(({ symbol }) => walk(symbol, sessions, next));
  const macro = edition.macro.map((spec) => observed(spec, addDays(first, -3), last, next));
  return {
    market: new Map(market.map((bars) => [bars.symbol, bars])),
    macro: new Map(macro.map((series) => [series.id, series])),
    sessions,
  };
}
