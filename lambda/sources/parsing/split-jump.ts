import { isCovered, sessionsAfter } from '../../calendar/nyse.ts';
import type { Bars } from '../../series/bars.ts';

/**
 * From this ratio of one close to the one before on, a jump is taken for a split that the prices were not adjusted
 * for. A fund three times the Russell 2000 would need the index to move 14 % overnight to come near it downward,
 * and 25 % upward; the exchange halts trading at 20 %. The worst real close of TNA is 0.63 of the one before.
 */
export const splitSized = 1.75;

/** Real moves of that size, which are no error. */
const real: readonly (readonly [symbol: string, session: string])[] = [
  // Apple fell 52 % overnight on a profit warning.
  ['AAPL', '2000-09-29'],
];

/** Sessions that may lie between two bars that are compared: a longer hole can hold any move. */
const longestStep = 5;

export interface SplitJump {
  /** Row of the first bar after the jump. */
  readonly row: number;
  readonly column: 'close' | 'adjusted';
  /** That price over the one before. */
  readonly ratio: number;
}

const isJump = (ratio: number): boolean => ratio >= splitSized || ratio <= 1 / splitSized;

/**
 * The first jump of the size of a split, or null. The open has to jump as well where there is one: a crash of that
 * size happens within a session, a split before it. Yet a close that lies outside its own bar is no crash either.
 * Where a close is there, an adjusted close may not jump without it. Indices do not split and are not looked at.
 */
export function findSplitJump(bars: Bars): SplitJump | null {
  const { symbol, sessions, open, high, low, close, adjusted } = bars;
  if (symbol.startsWith('^')) return null;
  const near = (row: number) => {
    const [from, to] = [sessions[row - 1]!, sessions[row]!];
    return !isCovered(from) || !isCovered(to) || sessionsAfter(from, to) <= longestStep;
  };
  const known = (row: number) => real.some(([name, session]) => name === symbol && session === sessions[row]);
  for (let row = 1; row < sessions.length; row++) {
    const ratio = close === null ? 1 : close[row]! / close[row - 1]!;
    if (close !== null && isJump(ratio)) {
      const opened = open === null ? ratio : open[row]! / close[row - 1]!;
      const within = high === null || low === null || (close[row]! <= high[row]! && close[row]! >= low[row]!);
      if ((isJump(opened) || !within) && near(row) && !known(row)) return { row, column: 'close', ratio };
    } else if (adjusted !== null) {
      const adjustedRatio = adjusted[row]! / adjusted[row - 1]!;
      if (isJump(adjustedRatio) && near(row) && !known(row))
        return { row, column: 'adjusted', ratio: adjustedRatio };
    }
  }
  return null;
}

/** Shares after for shares before, as companies and funds split; the day's own move is in the ratio of the closes too. */
const usualSplits = [2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 20, 25, 30, 40, 50] as const;

/** A jump in words: "falls to 0.333 of the close before, as by a 3-for-1 split". */
export function describeJump({ ratio }: SplitJump): string {
  const falls = ratio < 1;
  const size = falls ? 1 / ratio : ratio;
  const away = (split: number) => Math.abs(Math.log(split / size));
  const factor = usualSplits.reduce((best, split) => (away(split) < away(best) ? split : best));
  const split = falls ? `${factor}-for-1` : `1-for-${factor}`;
  return `${falls ? 'falls' : 'rises'} to ${ratio.toPrecision(3)} times the one before, as by a ${split} split`;
}
