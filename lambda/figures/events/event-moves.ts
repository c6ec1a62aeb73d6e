import { standardError } from '../../analytics/standard-error.ts';
import { heldMeetings } from '../../calendar/fomc.ts';
import { heldFrom } from '../../calendar/fomc-held.ts';
import { isEarlyClose, sessions } from '../../calendar/nyse.ts';
import { weakMemo } from '../../market-data/memo.ts';
import type { SessionView } from '../../market-data/session-view.ts';
import type { Axis } from '../../series/axis.ts';
import type { FigureBook } from '../book.ts';
import { fewestCases } from '../fewest.ts';
import { frequencySessions } from '../levels/risk-rule.ts';
import { type Absent, absent, tooShort, write } from '../write.ts';

/** Days of one kind, and since when they are all known. */
interface DayKind {
  readonly id: string;
  readonly known: string;
  readonly isSuch: (session: string) => boolean;
}

const decided = new Set(heldMeetings(heldFrom, sessions.at(-1)!));
const shortened = new Set(sessions.filter(isEarlyClose));

const kinds: readonly DayKind[] = [
  { id: 'all', known: '', isSuch: () => true },
  { id: 'fomc', known: heldFrom, isSuch: (session) => decided.has(session) },
  { id: 'early', known: '', isSuch: (session) => shortened.has(session) },
];

/** Of returns, how many of such days there are up to each session, how far they moved altogether, and squared. */
const pathsOf = weakMemo(({ sessions: days }: Axis) =>
  weakMemo((returns: Float64Array) => kinds.map((kind) => ({ ...kind, ...pathOf(kind, days, returns) }))),
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
 * How far the index fund moved, up or down, on days of an FOMC decision, on early closes, and on all days of the last
 * ten years: `calendar.fomc.move`, its standard error `calendar.fomc.error`, and the days that they rest on,
 * `calendar.fomc.n`. Under 15 days neither is given.
 */
export function eventMoves(view: SessionView, book: FigureBook): void {
  const { axis } = view.panel;
  const { adjusted, index, history } = view.symbol(view.edition.underlying);
  const { indices, upTo } = history.existingReturns();
  const row = upTo(index) - frequencySessions;
  const first = indices[row] ?? -1;
  for (const { id, known, counts, moves, squares } of pathsOf(axis)(history.returns())) {
    const days = (): number | Absent => {
      if (row < 0) return tooShort(frequencySessions, upTo(index), 'daily returns');
      const from = axis.sessions[first]!;
      if (from < known) return absent({ code: 'decisions-known-from', year: known.slice(0, 4), from });
      return counts[index]! - counts[first - 1]!;
    };
    const statistic = (of: (count: number) => number) => () => {
      const count = days();
      if (typeof count !== 'number') return count;
      return count < fewestCases ? absent({ code: 'few-days', days: count, needed: fewestCases }) : of(count);
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
