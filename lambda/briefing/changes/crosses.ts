import type { Sentence } from '../../report/schema.ts';
import { list, said, say } from '../words/sentence.ts';
import { type Comparison, crossed, numbersOf } from './compare.ts';

const averages = [50, 200] as const;

/** A close that crossed its 50- or 200-session average. */
export function averageCrosses(comparison: Comparison, symbol: string): Sentence[] {
  const { words } = comparison;
  return averages.flatMap((n) => {
    const id = `close.${symbol}.vs${n}`;
    const side = crossed(numbersOf(comparison, id));
    if (side === null) return [];
    const level = words.value(`sma.${symbol}.${n}`);
    return said([
      say`${symbol} closes ${words.chosen(side, id)} its ${String(n)}-session average, ${level}, having been ${opposite(side)}.`,
    ]);
  });
}

/** Relative strength that crossed its own 50- or 200-session average. */
export function strengthCrosses(
  comparison: Comparison,
  [first, second]: readonly [string, string],
): Sentence[] {
  const { words } = comparison;
  return averages.flatMap((n) => {
    const id = `rs.${first}:${second}.vs${n}`;
    const side = crossed(numbersOf(comparison, id));
    if (side === null) return [];
    const distance = words.amount(id);
    return said([
      say`${first} against ${second} crosses ${words.chosen(side, id)} its ${String(n)}-session average, now ${distance} ${side}.`,
    ]);
  });
}

/** Highs and lows of the last 252 sessions that were set in this one: "IWM and SPY set 52-week lows, 101.43 and 237.36." */
export function extremes(comparison: Comparison, symbols: readonly string[]): Sentence[] {
  return said([
    extreme(comparison, symbols, 'high52w', 'high', (now, then) => now > then),
    extreme(comparison, symbols, 'low52w', 'low', (now, then) => now < then),
  ]);
}

function extreme(
  comparison: Comparison,
  symbols: readonly string[],
  measure: string,
  noun: string,
  beyond: (now: number, then: number) => boolean,
): Sentence | null {
  const { words } = comparison;
  const set = symbols.filter((symbol) => {
    const both = numbersOf(comparison, `${measure}.${symbol}`);
    return both !== null && beyond(both.now, both.then);
  });
  if (set.length === 0) return null;
  const levels = list(set.map((symbol) => words.value(`${measure}.${symbol}`)));
  return set.length === 1
    ? say`${list(set)} sets a 52-week ${noun}, ${levels}.`
    : say`${list(set)} set 52-week ${noun}s, ${levels}.`;
}

function opposite(side: 'above' | 'below'): string {
  return side === 'above' ? 'below' : 'above';
}
