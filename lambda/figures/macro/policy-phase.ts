import { mean } from '../../analytics/mean.ts';
import { sessionsPerYear } from '../../analytics/volatility.ts';
import { fredSeries } from '../../editions/fred.ts';
import { joint } from '../../market-data/basis.ts';
import { type LazyColumn, lazyColumn } from '../../market-data/lazy-column.ts';
import { weakMemo } from '../../market-data/memo.ts';
import type { Panel } from '../../market-data/panel.ts';
import type { SessionView } from '../../market-data/session-view.ts';
import type { FigureBook } from '../book.ts';
import { isBroken } from '../prices/price-columns.ts';
import { absent, write } from '../write.ts';
import { newestColumn } from './reading-columns.ts';

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
  const rate = newestColumn(panel)(fredSeries.effective);
  const level = lazyColumn(length, (t) => {
    const last = rate.last(t, month);
    return isBroken(last) ? Number.NaN : mean(last);
  });
  const cutting = lazyColumn(length, (t) => {
    const fall = Math.round((level(t) - level(t - halfYear) + cut) * 1e9);
    return Number.isNaN(fall) ? Number.NaN : fall <= 0 ? 1 : 0;
  });
  const begin = panel.history(underlying).coverage.first;
  const [own, other] = [panel.history(underlying), panel.history(rivals.against[0]!)];
  const sumsOf = (t: number) => {
    const [made, beside] = [own.returns(), other.returns()];
    const sums = { cuts: 0, cutSum: 0, others: 0, otherSum: 0 };
    for (let i = Math.max(t - tenYears + 1, begin + 1); i <= t; i++) {
      const phase = cutting(i - 1);
      const lead = made[i]! - beside[i]!;
      if (Number.isNaN(phase) || Number.isNaN(lead)) continue;
      if (phase === 1) {
        sums.cuts++;
        sums.cutSum += lead;
      } else {
        sums.others++;
        sums.otherSum += lead;
      }
    }
    return sums;
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
    return Number.isNaN(phase)
      ? absent({ code: 'no-value-needed', subject: fredSeries.effective })
      : phase === 1
        ? 'yes'
        : 'no';
  });
  const pair = view.pair(view.edition.underlying, view.edition.rivals.against[0]!);
  const basis = joint(pair.basis, rate);
  write(book, 'phase.excess', { unit: 'fraction a year', method: 'excess while cutting' }, basis, () => {
    const value = excess(index);
    if (!Number.isNaN(value)) return value;
    const [cuts, others] = counts(index);
    const of = cuts < others ? 'session of cutting' : 'other session';
    return absent({ code: 'few-cases', cases: Math.min(cuts, others), of, needed: fewestSessions });
  });
}
