import { annualisedGrowth } from '../../analytics/annualised-growth.ts';
import { addMonths } from '../../calendar/civil.ts';
import { fredSeries } from '../../editions/fred.ts';
import type { MacroReading } from '../../market-data/macro-view.ts';
import type { SessionView } from '../../market-data/session-view.ts';
import type { FigureBook } from '../book.ts';
import { type Absent, absent, type Kind, write } from '../write.ts';
import type { ReadingFormula } from './reading-columns.ts';

/** One growth figure: over how many months back, at the rate of how many years. */
interface Growth extends Kind {
  readonly id: string;
  readonly series: string;
  readonly months: number;
  readonly years: number;
}

const change = (id: string, series: string): Growth => ({
  id,
  series,
  months: 12,
  years: 1,
  unit: 'fraction',
  method: 'macro change',
});
const annualised = (id: string, series: string, months: number): Growth => ({
  id,
  series,
  months,
  years: months / 12,
  unit: 'fraction a year',
  method: 'macro annualised',
});

const growths: readonly Growth[] = [
  change('macro.cpi.yoy', fredSeries.cpi),
  change('macro.corecpi.yoy', fredSeries.coreCpi),
  change('macro.pce.yoy', fredSeries.pce),
  change('macro.corepce.yoy', fredSeries.corePce),
  annualised('macro.corecpi.3m', fredSeries.coreCpi, 3),
  annualised('macro.corecpi.2y', fredSeries.coreCpi, 24),
  annualised('macro.gdp.saar', fredSeries.gdp, 3),
];

function growthOf(view: MacroReading, months: number, years: number): number | Absent {
  if (view.latest === null) return absent({ code: 'none', subject: view.series });
  const { date, value } = view.latest;
  const from = addMonths(date, -months);
  const base = view.at(from);
  return base === undefined ? absent(view.whyAbsent(from)) : annualisedGrowth(value, base, years);
}

/** The same as formulas of one series. */
export const growthReadings: readonly ReadingFormula[] = growths.map(({ id, series, months, years }) => ({
  id,
  series,
  of: (reading) => growthOf(reading, months, years),
}));

/** Growth of prices and output from the same period earlier: joined by its date, never by rows. */
export function macroGrowth(view: SessionView, book: FigureBook): void {
  for (const { id, series, months, years, unit, method } of growths) {
    const observed = view.macro(series);
    write(book, id, { unit, method }, observed.basis, () => growthOf(observed, months, years));
  }
}
