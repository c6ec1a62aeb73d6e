import type { Bars } from '../series/bars.ts';
import { positionOf } from '../series/position.ts';

/** Rounding may put a close this fraction outside its own bar. */
const rounding = 1e-4;

/** Sessions before, of which most must have been traded for a volume of zero to be wrong. */
const habit = 21;

/** Equal closes in a row that no fund has (at most three: QQQ to 2012-08-29). */
const frozenCloses = 4;

/**
 * Why the bar of a session cannot be right, by itself and compared with those before it: nothing traded where there always
 * is, a close outside its own range, or, where closes are all there is, the same close for a fourth session. Null
 * when there is no doubt, or no bar. Of indices (`^RUT`) volumes say nothing.
 */
export function barFault(bars: Bars, session: string): string | null {
  const row = positionOf(bars.sessions, session);
  if (row < 0) return null;
  const { symbol } = bars;
  if (!symbol.startsWith('^') && isUntraded(bars, row)) return `${symbol}’s bar of ${session} has no volume`;
  return outsideRange(bars, row) ?? frozen(bars, row);
}

function isUntraded({ volume }: Bars, row: number): boolean {
  if (volume === null || volume[row] !== 0 || row === 0) return false;
  const before = volume.subarray(Math.max(0, row - habit), row);
  return before.filter((traded) => traded > 0).length * 2 > before.length;
}

function outsideRange({ symbol, sessions, high, low, close }: Bars, row: number): string | null {
  if (high === null || low === null || close === null) return null;
  const [top, bottom, price] = [high[row]!, low[row]!, close[row]!];
  return price > top * (1 + rounding) || price < bottom * (1 - rounding)
    ? `${symbol}’s close of ${sessions[row]}, ${digits(price)}, is outside its own range from ${digits(bottom)} to ${digits(top)}`
    : null;
}

function frozen({ symbol, sessions, high, close, adjusted }: Bars, row: number): string | null {
  const closes = close ?? adjusted;
  if (high !== null || closes === null || symbol.startsWith('^') || row < frozenCloses - 1) return null;
  for (let back = 1; back < frozenCloses; back++) if (closes[row - back] !== closes[row]) return null;
  return `${symbol}’s close of ${sessions[row]} is that of the three sessions before`;
}

/** Prices as sources give them, less the noise of binary fractions. */
const digits = (price: number): string => String(Number(price.toPrecision(7)));
