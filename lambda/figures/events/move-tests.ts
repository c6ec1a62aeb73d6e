import { welchT } from '../../analytics/welch.ts';
import { fredSeries } from '../../editions/fred.ts';
import { joint } from '../../market-data/basis.ts';
import { type LazyColumn, lazyColumn } from '../../market-data/lazy-column.ts';
import { knownOn } from '../../market-data/macro-view.ts';
import { weakMemo } from '../../market-data/memo.ts';
import type { Panel } from '../../market-data/panel.ts';
import type { SessionView } from '../../market-data/session-view.ts';
import type { FigureBook } from '../book.ts';
import { fewestCases } from '../fewest.ts';
import { knownChanges } from '../macro/observed-changes.ts';
import { type Absent, absent, tooShort, write } from '../write.ts';
import { dayKinds, tooFew, whyUnknown } from './day-kinds.ts';

const twoYears = 504;

/** Sizes of moves on a session's last 504, apart by whether it was a day of such an event; valid until the next are asked for. */
interface Sizes {
  readonly such: Float64Array;
  readonly others: Float64Array;
}

/** A test of whether moves were larger on days of some kinds, of every session. */
interface MoveTest {
  readonly t: LazyColumn;
  readonly why: (t: number) => Absent;
}

const kindsOf = (...ids: readonly string[]) => dayKinds.filter(({ id }) => ids.includes(id));

export const moveTests = weakMemo((panel: Panel) => {
  const { axis, edition } = panel;
  const { existingReturns, returns } = panel.history(edition.underlying);
  const price: Sessions = (t) => {
    const existing = existingReturns();
    const end = existing.upTo(t);
    return end < twoYears
      ? tooShort(twoYears, end, 'daily returns')
      : existing.indices.subarray(end - twoYears, end);
  };
  const begin = panel.history(edition.underlying).coverage.first;
  const before = new Int32Array(twoYears);
  const yields: Sessions = (t) => {
    if (t - twoYears < begin) return tooShort(twoYears + 1, t - begin + 1);
    for (let i = 0; i < twoYears; i++) before[i] = t - twoYears + i;
    return before;
  };
  return {
    price: testOf(panel, kindsOf('cpi', 'jobs', 'fomc'), price, () => (t) => Math.abs(returns()[t]!)),
    yield: testOf(panel, kindsOf('cpi', 'jobs'), yields, (session) => {
      const known = knownOn(panel, fredSeries.twoYears, axis.sessions[session]!);
      const { column, until } = knownChanges(known, axis.sessions, session);
      return (t) => (t <= until ? Math.abs(column(t)) : Number.NaN);
    }),
  };
});

/** The sessions that a test looks at from one of them, as indices, or why there are too few. */
type Sessions = (t: number) => Int32Array | Absent;

function testOf(
  { axis }: Panel,
  kinds: ReturnType<typeof kindsOf>,
  over: Sessions,
  sizesOn: (session: number) => (t: number) => number,
): MoveTest {
  const isSuch = lazyColumn(axis.sessions.length, (t) =>
    kinds.some((kind) => kind.isSuch(axis.sessions[t]!)) ? 1 : 0,
  );
  const room = { such: new Float64Array(twoYears), others: new Float64Array(twoYears) };
  const found = (session: number): Sizes | Absent => {
    const sessions = over(session);
    if (!(sessions instanceof Int32Array)) return sessions;
    const [first, last] = [axis.sessions[sessions[0]!]!, axis.sessions[sessions.at(-1)!]!];
    for (const kind of kinds) {
      const unknown = whyUnknown(kind, first, last);
      if (unknown !== null) return unknown;
    }
    return apart(sessions, isSuch, sizesOn(session), room);
  };
  return {
    t: lazyColumn(axis.sessions.length, (session) => {
      const sizes = found(session);
      return 'missing' in sizes || sizes.such.length < fewestCases
        ? Number.NaN
        : welchT(sizes.such, sizes.others);
    }),
    why: (session) => {
      const sizes = found(session);
      if ('missing' in sizes) return sizes;
      return tooFew(sizes.such.length) ?? absent({ code: 'did-not-move' });
    },
  };
}

/** @param into room for as many sizes as there are sessions, used again and again */
function apart(
  sessions: Int32Array,
  isSuch: LazyColumn,
  size: (t: number) => number,
  { such, others }: Sizes,
): Sizes {
  let [suchCount, otherCount] = [0, 0];
  for (let i = 0; i < sessions.length; i++) {
    const t = sessions[i]!;
    const value = size(t);
    if (Number.isNaN(value)) continue;
    if (isSuch(t) === 1) such[suchCount++] = value;
    else others[otherCount++] = value;
  }
  return { such: such.subarray(0, suchCount), others: others.subarray(0, otherCount) };
}

/**
 * `event.move.t`: whether the index fund moved more on days of consumer prices, jobs and decisions than on others;
 * `event.ust2y.t`: whether the two-year yield did on days of consumer prices and jobs.
 */
export function eventTests(view: SessionView, book: FigureBook): void {
  const { price, yield: rate } = moveTests(view.panel);
  const { adjusted } = view.symbol(view.edition.underlying);
  const kind = { unit: 't', method: 'moves on events' } as const;
  const writeTest = (id: string, basis: typeof adjusted, { t, why }: MoveTest) =>
    write(book, id, kind, basis, () => {
      const value = t(view.index);
      return Number.isFinite(value) ? value : why(view.index);
    });
  writeTest('event.move.t', adjusted, price);
  writeTest('event.ust2y.t', joint(adjusted, view.macro(fredSeries.twoYears).basis), rate);
}
