import { daysBetween } from '../calendar/civil.ts';
import type { Edition } from '../editions/edition.ts';
import type { Bars } from '../series/bars.ts';
import type { ImpossibleMove } from './steps.ts';

/** Closes of an index of volatility, percent a year (of the VIX since 1990: 9.14 to 82.69; of its forerunner in 1987: 150.19). */
export const volatilityRange = [5, 160] as const;

/** Times that such an index may rise or fall from one session to the next (largest: 2.16, the VIX on 2018-02-05). */
export const largestVolatilityStep = 3;

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
  return volatilityIndices.flatMap(({ symbol }) => {
    const bars = market.get(symbol);
    if (bars === undefined) return [];
    if (!known.has(bars)) known.set(bars, firstOf(bars));
    return known.get(bars) ?? [];
  });
}

function firstOf({ symbol, sessions, close }: Bars): ImpossibleMove | null {
  if (close === null) return null;
  const [least, most] = volatilityRange;
  for (const [row, value] of close.entries()) {
    const session = sessions[row]!;
    const found = (text: string) => ({ session, symbols: [symbol], suspects: [symbol], text });
    if (value < least || value > most)
      return found(
        `${symbol} closes at ${value} on ${session}, and an index of volatility, in percent a year, is from ${least} to ${most}`,
      );
    const before = close[row - 1];
    if (before === undefined || daysBetween(sessions[row - 1]!, session) > longestStep) continue;
    if (Math.max(value, before) / Math.min(value, before) > largestVolatilityStep)
      return found(
        `${symbol} goes from ${before} to ${value} on ${session}, as no index of volatility does in a day`,
      );
  }
  return null;
}
