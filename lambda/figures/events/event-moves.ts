import { standardError } from '../../analytics/standard-error.ts';
import { weakMemo } from '../../market-data/memo.ts';
import type { SessionView } from '../../market-data/session-view.ts';
import type { Axis } from '../../series/axis.ts';
import type { FigureBook } from '../book.ts';
import { frequencySessions } from '../levels/risk-rule.ts';
import { type Absent, tooShort, write } from '../write.ts';
import { type DayKind, dayKinds, tooFew, whyUnknown } from './day-kinds.ts';

/** Of returns, how many of such days there are up to each session, how far they moved altogether, and squared. */
const pathsOf = weakMemo(({ sessions: days }: Axis) =>
  weakMemo((returns: Float64Array) => dayKinds.map((kind) => ({ ...kind, ...pathOf(kind, days, returns) }))),
);

function pathOf({ isSuch }: DayKind, days: readonly string[], returns: Float64Array) {
  const counts = new Int32Array(returns.length);
  const moves = new Float64Array(returns.length);
  const squares = new Float64Array(returns.length);
  let count = 0;
  let moved = 0;
  let squared = 0;
  for (let t = 0; t < returns.length; t++) {
    if (!Number.isNaN(returns[t]!) && isSuch(days[t]!)) {
      count++;
      moved += Math.abs(returns[t]!);
      squared += returns[t]! ** 2;
    }
    counts[t] = count;
    moves[t] = moved;
    squares[t] = squared;
  }
  return { counts, moves, squares };
}

/**
 * How far the index fund moved, up or down, on days of an FOMC decision, of consumer prices, of a jobs report, on early
 * closes, and on all days of the last ten years: `calendar.fomc.move`, its standard error `calendar.fomc.error`, and the days that they rest on,
 * `calendar.fomc.n`. Under 15 days neither is given.
 */
export function eventMoves(view: SessionView, book: FigureBook): void {
  const { axis } = view.panel;
  const { adjusted, index, history } = view.symbol(view.edition.underlying);
  const { indices, upTo } = history.existingReturns();
  const row = upTo(index) - frequencySessions;
  const first = indices[row] ?? -1;
  for (const { counts, moves, squares, ...kind } of pathsOf(axis)(history.returns())) {
    const { id } = kind;
    const days = (): number | Absent => {
      if (row < 0) return tooShort(frequencySessions, upTo(index), 'daily returns');
      return whyUnknown(kind, axis.sessions[first]!, view.session) ?? counts[index]! - counts[first - 1]!;
    };
    const statistic = (of: (count: number) => number) => () => {
      const count = days();
      if (typeof count !== 'number') return count;
      return tooFew(count) ?? of(count);
    };
    const since = (sums: Float64Array) => sums[index]! - sums[first - 1]!;
    const size = { unit: 'fraction', method: 'move on days' } as const;
    const error = { unit: 'fraction', method: 'error of moves' } as const;
    write(book, `calendar.${id}.n`, { unit: 'count', method: 'days counted' }, adjusted, days);
    write(
      book,
      `calendar.${id}.move`,
      size,
      adjusted,
      statistic((count) => since(moves) / count),
    );
    write(
      book,
      `calendar.${id}.error`,
      error,
      adjusted,
      statistic((count) => standardError(count, since(moves), since(squares))),
    );
  }
}
