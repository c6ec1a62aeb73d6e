import { mean } from '../../analytics/mean.ts';
import { sahmMonths, sahmReading } from '../../analytics/sahm-reading.ts';
import { addDays, addMonths } from '../../calendar/civil.ts';
import { fredSeries } from '../../editions/fred.ts';
import type { MacroView } from '../../market-data/macro-view.ts';
import type { SessionView } from '../../market-data/session-view.ts';
import type { FigureBook } from '../book.ts';
import { type Absent, absent, type FigureOutcome, write } from '../write.ts';

/** The newest `count` values without a gap, oldest first, or which period is absent. */
function unbroken(
  view: MacroView,
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

const from = (values: Float64Array | Absent, compute: (values: Float64Array) => number): FigureOutcome =>
  'missing' in values ? values : compute(values);

/** Unemployment, payrolls and claims. */
export function macroJobs(view: SessionView, book: FigureBook): void {
  const unemployment = view.macro(fredSeries.unemployment);
  const payrolls = view.macro(fredSeries.payrolls);
  const claims = view.macro(fredSeries.claims);
  write(book, 'macro.sahm', { unit: 'points', method: 'sahm reading' }, unemployment.basis, () =>
    from(unbroken(unemployment, sahmMonths, monthsBefore), sahmReading),
  );
  write(book, 'macro.payrolls.3m', { unit: 'thousands', method: 'macro mean' }, payrolls.basis, () =>
    from(unbroken(payrolls, 4, monthsBefore), (levels) => (levels[3]! - levels[0]!) / 3),
  );
  write(book, 'macro.claims.4w', { unit: 'persons', method: 'macro mean' }, claims.basis, () =>
    from(unbroken(claims, 4, weeksBefore), mean),
  );
}
