import type { Sentence } from '../../report/schema.ts';
import { list, said, say } from '../words/sentence.ts';
import { crossed, numbersOfBoth, type SessionComparison } from './compare.ts';

const averages = [50, 200] as const;

/** A close that crossed its 50- or 200-session average. */
export function averageCrosses(comparison: SessionComparison, symbol: string): Sentence[] {
  const { words } = comparison;
  return averages.flatMap((n) => {
    const id = `close.${symbol}.vs${n}`;
    const side = crossed(numbersOfBoth(comparison, id));
    if (side === null) return [];
    const level = words.value(`sma.${symbol}.${n}`);
    return said([
      say`${symbol} closes ${words.chosen(side, id)} its ${String(n)}-session average, ${level}, having been ${opposite(side)}.`,
    ]);
  });
}

/** Relative strength that crossed its own 50- or 200-session average. */
export function strengthCrosses(
  comparison: SessionComparison,
  [first, second]: readonly [string, string],
): Sentence[] {
  const { words } = comparison;
  return averages.flatMap((n) => {
    const id = `rs.${first}:${second}.vs${n}`;
    const side = crossed(numbersOfBoth(comparison, id));
    if (side === null) return [];
    const distance = words.amount(id);
    return said([
      say`${first} against ${second} crosses ${words.chosen(side, id)} its ${String(n)}-session average, now ${distance} ${side}.`,
    ]);
  });
}

/**
 * Highs and lows of the last 252 sessions that were set in this one: "IWM and SPY set 52-week lows, 101.43 and 237.36."
 * They are intraday: a symbol that closed the other way has touched its level and not kept it.
 */
export function extremes(comparison: SessionComparison, symbols: readonly string[]): Sentence[] {
  return said([
    ...extreme(comparison, symbols, { measure: 'high52w', noun: 'high', sign: 1 }),
    ...extreme(comparison, symbols, { measure: 'low52w', noun: 'low', sign: -1 }),
  ]);
}

function extreme(
  comparison: SessionComparison,
  symbols: readonly string[],
  { measure, noun, sign }: { measure: string; noun: string; sign: 1 | -1 },
): (Sentence | null)[] {
  const { words } = comparison;
  const set = symbols.filter((symbol) => {
    const both = numbersOfBoth(comparison, `${measure}.${symbol}`);
    return both !== null && sign * (both.now - both.then) > 0;
  });
  const kept = (symbol: string) => sign * (words.number(`change.${symbol}.1d`) ?? sign) >= 0;
  const told = (those: readonly string[], one: string, many: string) => {
    const levels = list(those.map((symbol) => words.value(`${measure}.${symbol}`)));
    return those.length === 1
      ? say`${list(those)} ${one} a 52-week ${noun}, ${levels}`
      : say`${list(those)} ${many} 52-week ${noun}s, ${levels}`;
  };
  const turned = sign === 1 ? 'lower' : 'higher';
  const touched = set.filter((symbol) => !kept(symbol));
  const ids = touched.map((symbol) => `change.${symbol}.1d`);
  return [
    say`${told(set.filter(kept), 'sets', 'set')}.`,
    say`${told(touched, 'touches', 'touch')}, and ${touched.length === 1 ? 'closes' : 'close'} ${words.chosen(turned, ...ids)}.`,
  ];
}

function opposite(side: 'above' | 'below'): string {
  return side === 'above' ? 'below' : 'above';
}
