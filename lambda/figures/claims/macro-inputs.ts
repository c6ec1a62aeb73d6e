import { annualisedGrowth } from '../../analytics/annualised-growth.ts';
import { mean } from '../../analytics/mean.ts';
import { addDays, addMonths } from '../../calendar/civil.ts';
import { fredSeries } from '../../editions/fred.ts';
import type { MacroReading } from '../../market-data/macro-view.ts';
import type { SessionView } from '../../market-data/session-view.ts';
import type { FigureBook } from '../book.ts';
import type { ReadingFormula } from '../macro/reading-columns.ts';
import { type Absent, absent, type Kind, write } from '../write.ts';

/** One input: the periods that it reads, a given number of months, quarters or weeks before the newest, and what it makes of them. */
interface Input extends Kind {
  readonly id: string;
  readonly series: string;
  readonly backs: readonly number[];
  readonly of: (values: Float64Array) => number;
}

const upTo = (count: number): number[] => Array.from({ length: count }, (_, back) => back);

/** Mean of the first three over the mean of three others, less one. */
const threes = (values: Float64Array): number => mean(values.subarray(0, 3)) / mean(values.subarray(3)) - 1;

const threeMonths = (id: string, series: string): Input => ({
  id: `macro.${id}.3m3m`,
  series,
  backs: upTo(6),
  unit: 'fraction',
  method: 'three months',
  of: threes,
});
const averaged = (id: string, series: string, unit: string, count: number): Input => ({
  id: `macro.${id}`,
  series,
  backs: upTo(count),
  unit,
  method: 'mean of readings',
  of: mean,
});
const changed = (id: string, series: string, unit: string, months: number): Input => ({
  id: `macro.${id}`,
  series,
  backs: [0, months],
  unit,
  method: 'change of readings',
  of: (ends) => ends[0]! - ends[1]!,
});

const inputs: readonly Input[] = [
  threeMonths('indpro', fredSeries.production),
  threeMonths('retail', fredSeries.retail),
  threeMonths('openings', fredSeries.openings),
  threeMonths('capexorders', fredSeries.capitalGoods),
  averaged('claims.26w', fredSeries.claims, 'persons', 26),
  averaged('claims.52w', fredSeries.claims, 'persons', 52),
  averaged('empire.3m', fredSeries.empire, 'index', 3),
  averaged('philadelphia.3m', fredSeries.philadelphia, 'index', 3),
  averaged('services', fredSeries.services, 'index', 1),
  changed('unrate.change12m', fredSeries.unemployment, 'points', 12),
  changed('manufacturing.jobs.3m', fredSeries.factoryJobs, 'thousands', 3),
  {
    id: 'macro.housing.3m.yoy',
    series: fredSeries.housing,
    backs: [0, 1, 2, 12, 13, 14],
    unit: 'fraction',
    method: 'three months of a year before',
    of: threes,
  },
  {
    id: 'macro.gdp.low4',
    series: fredSeries.gdp,
    backs: upTo(5),
    unit: 'fraction a year',
    method: 'lowest growth',
    of: (levels) => Math.min(...upTo(4).map((q) => annualisedGrowth(levels[q]!, levels[q + 1]!, 1 / 4))),
  },
];

/** The values of some periods before the newest known one, or which of them is absent. */
function read(reading: MacroReading, backs: readonly number[]): Float64Array | Absent {
  const { latest, series } = reading;
  if (latest === null) return absent({ code: 'none', subject: series });
  const before = periodsOf[series] ?? monthsBefore;
  const values = new Float64Array(backs.length);
  for (const [i, back] of backs.entries()) {
    const period = before(latest.date, back);
    const value = reading.at(period);
    if (value === undefined) return absent(reading.whyAbsent(period));
    values[i] = value;
  }
  return values;
}

const monthsBefore = (date: string, back: number): string => addMonths(date, -back);
/** What a period of a series is that has no months. */
const periodsOf: Readonly<Record<string, typeof monthsBefore>> = {
  [fredSeries.claims]: (date, back) => addDays(date, -7 * back),
  [fredSeries.gdp]: (date, back) => addMonths(date, -3 * back),
};

/** The yearly change three months before the newest. */
export function yearlyBefore(id: string, series: string): ReadingFormula & Kind {
  return {
    id,
    series,
    unit: 'fraction',
    method: 'reading before',
    of: (reading) => {
      const ends = read(reading, [3, 15]);
      return ends instanceof Float64Array ? ends[0]! / ends[1]! - 1 : ends;
    },
  };
}

/** What claims on the economy are read from, as formulas of one series. */
export const claimReadings: readonly (ReadingFormula & Kind)[] = [
  ...inputs.map(({ backs, of, ...input }) => ({
    ...input,
    of: (reading: MacroReading) => {
      const values = read(reading, backs);
      return values instanceof Float64Array ? of(values) : values;
    },
  })),
  yearlyBefore('macro.cpi.yoy.before', fredSeries.cpi),
  yearlyBefore('macro.corepce.yoy.before', fredSeries.corePce),
  {
    id: 'macro.unrate.abovelow',
    series: fredSeries.unemployment,
    unit: 'points',
    method: 'above the low',
    of: ({ latest, at, series }) => {
      if (latest === null) return absent({ code: 'none', subject: series });
      const year = upTo(12).flatMap((back) => at(addMonths(latest.date, -back)) ?? []);
      return latest.value - Math.min(...year);
    },
  },
];

/** What claims on the economy are read from, beside the readings of the scorecard. */
export function macroInputs(view: SessionView, book: FigureBook): void {
  for (const { id, series, of, ...kind } of claimReadings) {
    const macro = view.macro(series);
    write(book, id, kind, macro.basis, () => of(macro));
  }
}
