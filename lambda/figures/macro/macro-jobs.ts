import { mean } from '../../analytics/mean.ts';
import { sahmMonths, sahmReading } from '../../analytics/sahm-reading.ts';
import { addDays, addMonths } from '../../calendar/civil.ts';
import { fredSeries } from '../../editions/fred.ts';
import type { MacroReading } from '../../market-data/macro-view.ts';
import type { SessionView } from '../../market-data/session-view.ts';
import type { FigureBook } from '../book.ts';
import { type Absent, absent, type Kind, write } from '../write.ts';
import type { ReadingFormula } from './reading-columns.ts';

/** The newest `count` values without a gap, oldest first, or which period is absent. */
function unbroken(
  view: MacroReading,
  count: number,
  before: (date: string, periods: number) => string,
): Float64Array | Absent {
  if (view.latest === null) return absent({ code: 'none', subject: view.series });
  const values = new Float64Array(count);
  for (let back = 0; back < count; back++) {
    const period = before(view.latest.date, back);
    const value = view.at(period);
    if (value === undefined) return absent(view.whyAbsent(period));
    values[count - 1 - back] = value;
  }
  return values;
}

const monthsBefore = (date: string, months: number): string => addMonths(date, -months);
const weeksBefore = (date: string, weeks: number): string => addDays(date, -7 * weeks);

const from = (values: Float64Array | Absent, compute: (values: Float64Array) => number): number | Absent =>
  'missing' in values ? values : compute(values);

/** Unemployment, payrolls and claims as formulas of one series. */
export const jobsReadings: readonly (ReadingFormula & Kind)[] = [
  {
    id: 'macro.sahm',
    series: fredSeries.unemployment,
    unit: 'points',
    method: 'sahm reading',
    of: (reading) => from(unbroken(reading, sahmMonths, monthsBefore), sahmReading),
  },
  {
    id: 'macro.payrolls.3m',
    series: fredSeries.payrolls,
    unit: 'thousands',
    method: 'macro mean',
    of: (reading) => from(unbroken(reading, 4, monthsBefore), (levels) => (levels[3]! - levels[0]!) / 3),
  },
  {
    id: 'macro.claims.4w',
    series: fredSeries.claims,
    unit: 'persons',
    method: 'macro mean',
    of: (reading) => from(unbroken(reading, 4, weeksBefore), mean),
  },
];

/** Unemployment, payrolls and claims. */
export function macroJobs(view: SessionView, book: FigureBook): void {
  for (const { id, series, of, ...kind } of jobsReadings) {
    const observed = view.macro(series);
    write(book, id, kind, observed.basis, () => of(observed));
  }
}
