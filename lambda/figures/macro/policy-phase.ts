import { mean } from '../../analytics/mean.ts';
import { sessionsPerYear } from '../../analytics/volatility.ts';
import { fredSeries } from '../../editions/fred.ts';
import { joint } from '../../market-data/basis.ts';
import { type LazyColumn, lazyColumn } from '../../market-data/lazy-column.ts';
import { once, weakMemo } from '../../market-data/memo.ts';
import type { Panel } from '../../market-data/panel.ts';
import type { SessionView } from '../../market-data/session-view.ts';
import { knownPath } from '../../series/known-path.ts';
import type { FigureBook } from '../book.ts';
import { absent, write } from '../write.ts';
import { sessionsMissing } from './sessions-missing.ts';

const [month, halfYear, tenYears] = [21, 126, 2520] as const;
/** A fall of the effective rate that is a cut under way, in percent. */
const cut = 0.2;
/** Sessions of either phase that the comparison needs. */
const fewestSessions = 126;

/** Whether the effective rate is being cut, on every session: 1, 0, NaN where unknown. And what the underlying made then. */
export interface PhaseColumns {
  readonly cutting: LazyColumn;
  readonly excess: LazyColumn;
  /** Sessions of the last ten years whose evening before was one of cutting, and of the others. */
  readonly counts: (t: number) => readonly [cutting: number, other: number];
}

export const phaseColumns = weakMemo((panel: Panel): PhaseColumns => {
  const { underlying, rivals } = panel.edition;
  const { length } = panel.axis.sessions;
  const begin = panel.history(underlying).coverage.first;
  const rate = pathOf(panel, begin);
  const level = lazyColumn(length, (t) => {
    return t - month + 1 < begin ? Number.NaN : mean(rate.subarray(t - month + 1, t + 1));
  });
  const cutting = lazyColumn(length, (t) => {
    const fall = Math.round((level(t) - level(t - halfYear) + cut) * 1e9);
    return Number.isNaN(fall) ? Number.NaN : fall <= 0 ? 1 : 0;
  });
  const [own, other] = [panel.history(underlying), panel.history(rivals.against[0]!)];
  const sums = once(() => runningSums(cutting, own.returns(), other.returns(), begin));
  const sumsOf = (t: number) => {
    const before = Math.max(t - tenYears, begin);
    const over = (sum: Float64Array) => (t < begin ? 0 : sum[t]! - sum[before]!);
    const [cuts, cutSum, others, otherSum] = sums().map(over) as [number, number, number, number];
    return { cuts, cutSum, others, otherSum };
  };
  return {
    cutting,
    counts: (t) => {
      const { cuts, others } = sumsOf(t);
      return [cuts, others];
    },
    excess: lazyColumn(length, (t) => {
      const { cuts, cutSum, others, otherSum } = sumsOf(t);
      if (Math.min(cuts, others) < fewestSessions) return Number.NaN;
      return sessionsPerYear * (cutSum / cuts - otherSum / others);
    }),
  };
});

/** Up to each session: sessions after an evening of cutting, what was made on them; the same of the others. */
function runningSums(
  cutting: LazyColumn,
  made: Float64Array,
  beside: Float64Array,
  begin: number,
): readonly [Float64Array, Float64Array, Float64Array, Float64Array] {
  const column = () => new Float64Array(made.length);
  const sums = [column(), column(), column(), column()] as const;
  for (let t = begin + 1; t < made.length; t++) {
    const phase = cutting(t - 1);
    const lead = made[t]! - beside[t]!;
    const counts = !Number.isNaN(phase) && !Number.isNaN(lead);
    const [cuts, cutSum, others, otherSum] = sums;
    cuts[t] = cuts[t - 1]! + (counts && phase === 1 ? 1 : 0);
    cutSum[t] = cutSum[t - 1]! + (counts && phase === 1 ? lead : 0);
    others[t] = others[t - 1]! + (counts && phase === 0 ? 1 : 0);
    otherSum[t] = otherSum[t - 1]! + (counts && phase === 0 ? lead : 0);
  }
  return sums;
}

/** The effective rate as known on each session, in percent: one pass, since ten years of it are read. */
function pathOf({ macro, macroSpec, axis }: Panel, begin: number): Float64Array {
  const observations = macro.get(fredSeries.effective);
  const spec = macroSpec(fredSeries.effective);
  return observations === undefined || spec === undefined
    ? new Float64Array(axis.sessions.length).fill(Number.NaN)
    : knownPath(observations, spec, axis, begin).values;
}

/**
 * `macro.cutting`: `yes` when the effective rate of the last 21 sessions is at least 0.20 points below that of 126 sessions
 * before; `phase.excess`: what the underlying made beyond its first rival on sessions after such an evening, less on others.
 */
export function policyPhase(view: SessionView, book: FigureBook): void {
  const { cutting, excess, counts } = phaseColumns(view.panel);
  const { index } = view;
  const rate = view.macro(fredSeries.effective).basis;
  write(book, 'macro.cutting', { unit: 'word', method: 'cutting' }, rate, () => {
    const phase = cutting(index);
    if (!Number.isNaN(phase)) return phase === 1 ? 'yes' : 'no';
    const unread = absent({ code: 'no-value-needed', subject: fredSeries.effective });
    return sessionsMissing(view, halfYear + month) ?? unread;
  });
  const pair = view.pair(view.edition.underlying, view.edition.rivals.against[0]!);
  const basis = joint(pair.basis, rate);
  write(book, 'phase.excess', { unit: 'fraction a year', method: 'excess while cutting' }, basis, () => {
    const value = excess(index);
    if (!Number.isNaN(value)) return value;
    const [cuts, others] = counts(index);
    const of = cuts < others ? 'cutting session' : 'other session';
    return absent({ code: 'few-cases', cases: Math.min(cuts, others), of, needed: fewestSessions });
  });
}
