import type { Sentence } from '../report.ts';
import { said, say } from '../words/sentence.ts';
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

/** A high or a low of the last 252 sessions that was set in this one. */
export function extremes(comparison: Comparison, symbol: string): Sentence[] {
  const { words } = comparison;
  const high = numbersOf(comparison, `high52w.${symbol}`);
  const low = numbersOf(comparison, `low52w.${symbol}`);
  return said([
    high !== null && high.now > high.then
      ? say`${symbol} sets a 52-week high, ${words.value(`high52w.${symbol}`)}.`
      : null,
    low !== null && low.now < low.then
      ? say`${symbol} sets a 52-week low, ${words.value(`low52w.${symbol}`)}.`
      : null,
  ]);
}

function opposite(side: 'above' | 'below'): string {
  return side === 'above' ? 'below' : 'above';
}
