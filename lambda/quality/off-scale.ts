import type { Edition, VolatilityIndex } from '../editions/edition.ts';
import type { Bars } from '../series/bars.ts';
import { leftScale } from './scale.ts';
import type { ImpossibleMove } from './steps.ts';

/** Calendar days between two closes that are compared: over a longer hole more may happen. */
const longestStep = 7;

const known = new WeakMap<Bars, ImpossibleMove | null>();

/**
 * Indices of volatility in another unit than percent a year, as fractions or with a point lost: they are printed as they
 * are, and the expected move is made of them. Each one's first such close; each history is looked at once.
 */
export function offScale(
  { volatilityIndices }: Edition,
  market: ReadonlyMap<string, Bars>,
): readonly ImpossibleMove[] {
  return volatilityIndices.flatMap((index) => {
    const bars = market.get(index.symbol);
    if (bars === undefined) return [];
    if (!known.has(bars)) known.set(bars, firstOf(bars, index));
    return known.get(bars) ?? [];
  });
}

function firstOf({ symbol, sessions, close }: Bars, index: VolatilityIndex): ImpossibleMove | null {
  const left = close === null ? null : leftScale(sessions, close, index, longestStep);
  if (close === null || left === null) return null;
  const [session, value, [least, most]] = [sessions[left.row]!, close[left.row], index.range];
  const text =
    left.before === null
      ? `${symbol} closes at ${value} on ${session}, and an index of volatility, in percent a year, is from ${least} to ${most}`
      : `${symbol} goes from ${close[left.before]} to ${value} on ${session}, as no index of volatility does in a day`;
  return { session, symbols: [symbol], suspects: [symbol], text };
}
