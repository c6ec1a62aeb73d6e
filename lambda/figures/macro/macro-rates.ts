import { newestDecision } from '../../calendar/fomc.ts';
import { fredSeries } from '../../editions/fred.ts';
import { type Basis, joint } from '../../market-data/basis.ts';
import type { MacroView } from '../../market-data/macro-view.ts';
import type { SessionView } from '../../market-data/session-view.ts';
import type { Reason } from '../../series/reason.ts';
import type { FigureBook } from '../book.ts';
import { absent, type FigureOutcome, write } from '../write.ts';

/** Figures that are a series' newest value; percentages become fractions. */
const levels = [
  { id: 'macro.unrate', series: fredSeries.unemployment, percent: true },
  { id: 'macro.fedfunds.upper', series: fredSeries.targetUpper, percent: true },
  { id: 'macro.real10y', series: fredSeries.realTenYears, percent: true },
  { id: 'macro.hyoas', series: fredSeries.highYieldSpread, percent: true },
  { id: 'macro.baa10y', series: fredSeries.baaSpread, percent: true },
  { id: 'macro.nfci', series: fredSeries.conditions, percent: false },
] as const;

/** The ten-year yield less the two-year one, as published or, without that, from the two on the same day. */
function slope(view: SessionView): { basis: Basis; outcome: () => FigureOutcome } {
  const published = view.macro(fredSeries.slope);
  if (published.latest !== null) {
    const { value } = published.latest;
    return { basis: published.basis, outcome: () => value / 100 };
  }
  const two = view.macro(fredSeries.twoYears);
  const ten = view.macro(fredSeries.tenYears);
  const outcome = () => {
    if (ten.latest === null) return absent({ code: 'none', subject: fredSeries.tenYears });
    const same = two.at(ten.latest.date);
    return same === undefined ? absent(two.whyAbsent(ten.latest.date)) : (ten.latest.value - same) / 100;
  };
  return { basis: joint(ten.basis, two.basis), outcome };
}

/** Why the target at hand is not the one after the newest scheduled decision; null when it is. */
function whyOutdated(session: string, ...bounds: readonly MacroView[]): Reason | null {
  const decision = newestDecision(session);
  if (decision === null) return null;
  const old = bounds.find(({ latest }) => latest !== null && latest.date <= decision);
  if (old === undefined) return null;
  return decision === session
    ? { code: 'no-target-after-decision' }
    : { code: 'target-before-decision', date: old.latest!.date, decision };
}

function policyGap(view: SessionView, book: FigureBook): void {
  const two = view.macro(fredSeries.twoYears);
  const upper = view.macro(fredSeries.targetUpper);
  const lower = view.macro(fredSeries.targetLower);
  write(
    book,
    'macro.policygap',
    { unit: 'fraction', method: 'policy gap' },
    joint(two.basis, upper.basis, lower.basis),
    () => {
      if (two.latest === null || upper.latest === null || lower.latest === null)
        return absent({ code: 'no-yield-or-target' });
      const outdated = whyOutdated(view.session, upper, lower);
      if (outdated !== null) return absent(outdated);
      return (two.latest.value - (upper.latest.value + lower.latest.value) / 2) / 100;
    },
  );
}

/** Rates, spreads and conditions as they were last known. */
export function macroRates(view: SessionView, book: FigureBook): void {
  for (const { id, series, percent } of levels) {
    const { basis, latest } = view.macro(series);
    write(book, id, { unit: percent ? 'fraction' : 'index', method: 'macro level' }, basis, () =>
      latest === null ? absent({ code: 'none', subject: series }) : latest.value / (percent ? 100 : 1),
    );
  }
  const { basis, outcome } = slope(view);
  write(book, 'macro.curve.2s10s', { unit: 'fraction', method: 'curve slope' }, basis, outcome);
  policyGap(view, book);
}
