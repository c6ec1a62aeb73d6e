import { newestDecision } from '../../calendar/fomc.ts';
import { fredSeries } from '../../editions/fred.ts';
import { type Basis, joint } from '../../market-data/basis.ts';
import type { MacroReading } from '../../market-data/macro-view.ts';
import type { SessionView } from '../../market-data/session-view.ts';
import type { Reason } from '../../series/reason.ts';
import type { FigureBook } from '../book.ts';
import { type Absent, absent, type FigureOutcome, write } from '../write.ts';
import type { ReadingFormula } from './reading-columns.ts';

/** Figures that are a series' newest value; percentages become fractions. */
const levels = [
  { id: 'macro.unrate', series: fredSeries.unemployment, percent: true },
  { id: 'macro.fedfunds.upper', series: fredSeries.targetUpper, percent: true },
  { id: 'macro.real10y', series: fredSeries.realTenYears, percent: true },
  { id: 'macro.hyoas', series: fredSeries.highYieldSpread, percent: true },
  { id: 'macro.baa10y', series: fredSeries.baaSpread, percent: true },
  { id: 'macro.nfci', series: fredSeries.conditions, percent: false },
] as const;

/** The same as formulas of one series. */
export const levelReadings: readonly ReadingFormula[] = levels.map(({ id, series, percent }) => ({
  id,
  series,
  of: (reading) => levelOf(reading, percent),
}));

const levelOf = ({ latest, series }: MacroReading, percent: boolean): number | Absent =>
  latest === null ? absent({ code: 'none', subject: series }) : latest.value / (percent ? 100 : 1);

/** The ten-year yield less the two-year one, as published or, without that, from the two on the same day. */
export function slopeOf(reading: (series: string) => MacroReading): number | Absent {
  const published = reading(fredSeries.slope);
  if (published.latest !== null) return published.latest.value / 100;
  const two = reading(fredSeries.twoYears);
  const ten = reading(fredSeries.tenYears);
  if (ten.latest === null) return absent({ code: 'none', subject: fredSeries.tenYears });
  const same = two.at(ten.latest.date);
  return same === undefined ? absent(two.whyAbsent(ten.latest.date)) : (ten.latest.value - same) / 100;
}

/** What the slope rests on. */
export const slopeBasis = ({ macro }: SessionView): Basis =>
  macro(fredSeries.slope).latest === null
    ? joint(macro(fredSeries.tenYears).basis, macro(fredSeries.twoYears).basis)
    : macro(fredSeries.slope).basis;

/** Why the target at hand is not the one after the newest scheduled decision; null when it is. */
function whyOutdated(session: string, ...bounds: readonly MacroReading[]): Reason | null {
  const decision = newestDecision(session);
  if (decision === null) return null;
  const old = bounds.find(({ latest }) => latest !== null && latest.date <= decision);
  if (old === undefined) return null;
  return decision === session
    ? { code: 'no-target-after-decision' }
    : { code: 'target-before-decision', date: old.latest!.date, decision };
}

/** The two-year yield less the middle of the target, a fraction, by what was known of each on a session. */
export function policyGapOf(session: string, reading: (series: string) => MacroReading): FigureOutcome {
  const two = reading(fredSeries.twoYears);
  const upper = reading(fredSeries.targetUpper);
  const lower = reading(fredSeries.targetLower);
  if (two.latest === null || upper.latest === null || lower.latest === null)
    return absent({ code: 'no-yield-or-target' });
  const outdated = whyOutdated(session, upper, lower);
  if (outdated !== null) return absent(outdated);
  return (two.latest.value - (upper.latest.value + lower.latest.value) / 2) / 100;
}

function policyGap(view: SessionView, book: FigureBook): void {
  const basis = joint(
    ...[fredSeries.twoYears, fredSeries.targetUpper, fredSeries.targetLower].map(
      (series) => view.macro(series).basis,
    ),
  );
  write(book, 'macro.policygap', { unit: 'fraction', method: 'policy gap' }, basis, () =>
    policyGapOf(view.session, view.macro),
  );
}

/** Rates, spreads and conditions as they were last known. */
export function macroRates(view: SessionView, book: FigureBook): void {
  for (const { id, series, percent } of levels) {
    const observed = view.macro(series);
    write(book, id, { unit: percent ? 'fraction' : 'index', method: 'macro level' }, observed.basis, () =>
      levelOf(observed, percent),
    );
  }
  const curve = { unit: 'fraction', method: 'curve slope' } as const;
  write(book, 'macro.curve.2s10s', curve, slopeBasis(view), () => slopeOf(view.macro));
  policyGap(view, book);
}
