import { neweyWest, type RobustSlope } from '../../analytics/newey-west.ts';
import { fredSeries } from '../../editions/fred.ts';
import { type Basis, joint, worstStatus } from '../../market-data/basis.ts';
import { type LazyColumn, lazyColumn } from '../../market-data/lazy-column.ts';
import { knownOn } from '../../market-data/macro-view.ts';
import { memo, once, weakMemo } from '../../market-data/memo.ts';
import type { Panel } from '../../market-data/panel.ts';
import type { SessionView } from '../../market-data/session-view.ts';
import type { Reason } from '../../series/reason.ts';
import type { FigureBook } from '../book.ts';
import { changesOf, knownChanges } from '../macro/observed-changes.ts';
import { type Absent, absent, type Kind, tooShort, write } from '../write.ts';

const windows = [63, 252] as const;

/** What moves: the change of a rate or of the dollar on each session, NaN where there is none. */
interface Mover {
  readonly name: string;
  readonly basis: Basis;
  /** Unit of the slope. */
  readonly unit: string;
  readonly at: (t: number) => number;
}

/** What is moved: a daily return, or the difference of two. */
interface Moved {
  readonly name: string;
  readonly basis: Basis;
  readonly at: (t: number) => number;
}

/**
 * How the index fund, and its lead over its first rival, went with yields, credit and the dollar: slope of daily returns on daily
 * changes with its Newey–West error and t, over the last 63 and 252 sessions that have both.
 */
export function sensitivities(view: SessionView, book: FigureBook): void {
  const from = view.symbol(view.edition.underlying).coverage.first;
  const movers = moversOf(view);
  for (const moved of movedOf(view))
    for (const mover of movers)
      for (const n of windows) {
        const id = `sens.${moved.name}:${mover.name}.${n}d`;
        const line = once(() => lineOf(view.index, from, n, moved, mover));
        const basis = joint(moved.basis, mover.basis);
        const part = (name: string, kind: Kind, of: (line: RobustSlope) => number) =>
          write(book, `${id}.${name}`, kind, basis, () => {
            const found = line();
            return 'missing' in found ? found : of(found);
          });
        part('beta', { unit: mover.unit, method: 'sensitivity' }, ({ slope }) => slope);
        part('se', { unit: mover.unit, method: 'error of sensitivity' }, ({ error }) => error);
        part('t', { unit: 't', method: 't of sensitivity' }, ({ slope, error }) => slope / error);
      }
}

function movedOf(view: SessionView): readonly Moved[] {
  const { underlying, rivals } = view.edition;
  const [rival] = rivals.against;
  const own = view.symbol(underlying);
  const returns = own.history.returns();
  const alone = { name: underlying, basis: own.adjusted, at: (t: number) => returns[t]! };
  if (rival === undefined) return [alone];
  const other = view.symbol(rival);
  const others = other.history.returns();
  return [
    alone,
    {
      name: `${underlying}-${rival}`,
      basis: joint(own.adjusted, other.adjusted),
      at: (t) => returns[t]! - others[t]!,
    },
  ];
}

function moversOf(view: SessionView): readonly Mover[] {
  const rate = (name: string, series: string): Mover => {
    const macro = view.macro(series);
    const { sessions } = view.panel.axis;
    return {
      name,
      basis: macro.basis,
      unit: 'fraction a point',
      at: changesOf(macro.known, sessions),
    };
  };
  return [
    rate(fredSeries.twoYears, fredSeries.twoYears),
    rate(fredSeries.tenYears, fredSeries.tenYears),
    dollar(view),
    rate('CREDIT', view.edition.score.credit.series),
  ];
}

/** The trade-weighted dollar; where there is none of it, its substitute fund. */
function dollar(view: SessionView): Mover {
  const { series, proxy } = view.edition.dollar;
  const { sessions } = view.panel.axis;
  const macro = view.macro(series);
  const common = { name: 'DOLLAR', unit: 'fraction a log point' };
  if (macro.latest !== null)
    return {
      ...common,
      basis: macro.basis,
      at: changesOf(macro.known, sessions, Math.log),
    };
  const fund = view.symbol(proxy);
  if (fund.adjusted.status === 'missing') return { ...common, basis: macro.basis, at: () => Number.NaN };
  const moves = fund.history.logReturns();
  const { reasons: caveats = [], status } = fund.adjusted;
  const standsIn: Reason = { code: 'stands-in', subject: proxy, replaces: series };
  return {
    ...common,
    basis: { ...fund.adjusted, status: worstStatus([status, 'proxy']), reasons: [standsIn, ...caveats] },
    at: (t) => moves[t]!,
  };
}

/**
 * The t of how the underlying's lead over its first rival went with a mover over 252 sessions, of every session by what was
 * known on it: `DGS2`, or `DOLLAR`.
 */
export const leadSensitivity = weakMemo((panel: Panel) =>
  memo((mover: string): LazyColumn => {
    const { edition, axis } = panel;
    const own = panel.history(edition.underlying);
    const other = panel.history(edition.rivals.against[0]!);
    const moves = moverOn(panel, mover);
    const pairs = [new Float64Array(year), new Float64Array(year)] as const;
    const lead = lazyColumn(axis.sessions.length, (t) => own.returns()[t]! - other.returns()[t]!);
    return lazyColumn(axis.sessions.length, (t) => {
      if (Number.isNaN(own.adjusted[t]!) || Number.isNaN(other.adjusted[t]!)) return Number.NaN;
      const { column, until } = moves(t);
      if (!fillPairs(pairs, column, lead, until, own.coverage.first)) return Number.NaN;
      const { slope, error } = neweyWest(...pairs);
      return slope / error;
    });
  }),
);

const year = 252;

/** Fills two arrays with the last sessions up to one that have a value of both columns; false where there are fewer. */
function fillPairs(
  [x, y]: readonly [Float64Array, Float64Array],
  first: LazyColumn,
  second: LazyColumn,
  until: number,
  from: number,
): boolean {
  const n = x.length;
  let row = n;
  // Holidays of bonds leave a few of them out: what is asked for at once is a little more than is needed.
  for (let end = until; end >= from && row > 0; end -= n) {
    const size = Math.min(n, end - from + 1);
    const [ones, others] = [first.last(end, size)!, second.last(end, size)!];
    for (let i = size - 1; i >= 0 && row > 0; i--) {
      if (Number.isNaN(ones[i]!) || Number.isNaN(others[i]!)) continue;
      row--;
      x[row] = ones[i]!;
      y[row] = others[i]!;
    }
  }
  return row === 0;
}

/** What a mover did from session to session, and the last of them that is known. */
interface KnownMoves {
  readonly column: LazyColumn;
  readonly until: number;
}

/** What a mover did up to each session, as known on that one. */
function moverOn(panel: Panel, name: string): (session: number) => KnownMoves {
  const { sessions } = panel.axis;
  if (name !== 'DOLLAR') return (t) => knownChanges(knownOn(panel, name, sessions[t]!), sessions, t);
  const { series, proxy } = panel.edition.dollar;
  const moves = lazyColumn(sessions.length, (t) => panel.history(proxy).logReturns()[t]!);
  return (t) => {
    const known = knownOn(panel, series, sessions[t]!);
    return known.length > 0 ? knownChanges(known, sessions, t, Math.log) : { column: moves, until: t };
  };
}

/** The line through the last n pairs up to a session, or why there is none. */
function lineOf(index: number, from: number, n: number, moved: Moved, mover: Mover): RobustSlope | Absent {
  const x = new Float64Array(n);
  const y = new Float64Array(n);
  let row = n;
  for (let t = index; t >= from && row > 0; t--) {
    const pair = [mover.at(t), moved.at(t)] as const;
    if (Number.isNaN(pair[0]) || Number.isNaN(pair[1])) continue;
    row--;
    [x[row], y[row]] = pair;
  }
  if (row > 0) return tooShort(n, n - row, 'sessions with both');
  const line = neweyWest(x, y);
  if (!Number.isFinite(line.slope)) return absent({ code: 'did-not-move', subject: mover.name });
  return line.error > 0 ? line : absent({ code: 'did-not-move', subject: moved.name });
}
