import {
  type Formula,
  growth,
  level,
  meanMonthlyChange,
  meanOfLast,
  ofLastMonths,
  type Readings,
  readings,
} from '../../analytics/readings.ts';
import { sahmMonths, sahmReading } from '../../analytics/sahm-reading.ts';
import { fredSeries } from '../../editions/fred.ts';
import type { Basis } from '../../market-data/basis.ts';
import type { SessionView } from '../../market-data/session-view.ts';
import type { Known } from '../../series/known.ts';
import { knownSince } from '../../series/known-since.ts';
import type { PublicationDay } from '../../series/publication.ts';
import type { MethodName } from '../methods/index.ts';

/** One row of the macro scorecard: an id of the book, and where its past readings come from. */
export interface Indicator {
  readonly id: string;
  readonly unit: string;
  readonly method: MethodName;
  /** Months from one period to the next; 0 for weekly and daily series. */
  readonly step: 0 | 1 | 3;
  /** Daily series are compared with a month before, others with the period before. */
  readonly daily: boolean;
  /** What a reading is multiplied by to be in the figure's unit: 0.01 for percentages. */
  readonly scale: number;
  /**
   * Readings are compared as they are printed, rounded to this much of the figure's unit: two that print the same
   * are not called rising or falling. 0 where the publisher's own rounding is coarser.
   */
  readonly resolution: number;
  /** Readings among which the percentile counts; without it those of ten years. */
  readonly among?: number;
  /** Whether a percentile of three years is computed too: its source gives no more than these away. */
  readonly threeYears?: boolean;
  /** The publisher's series whose holes are named. */
  readonly series: string;
  /** Every series that its readings are made of. */
  readonly rests: readonly string[];
  /** What its last reading rests on. */
  readonly basis: (view: SessionView) => Basis;
  /** The newest period, and the day on which it became known; null when there is none. */
  readonly newest: (view: SessionView) => { readonly period: string; readonly since: PublicationDay } | null;
  /** Readings from a date on as known on the session, in the publisher's units. */
  readonly read: (view: SessionView, from: string) => Readings;
}

/** The newest period of a macro series and when it became known. */
export function newestOf(view: SessionView, series: string): ReturnType<Indicator['newest']> {
  const { latest } = view.macro(series);
  const observations = view.panel.macro.get(series);
  const spec = view.panel.macroSpec(series);
  if (latest === null || observations === undefined || spec === undefined) return null;
  return { period: latest.date, since: knownSince(observations, spec, latest.date, view.session) };
}

const percentage = 0.01;
/** A tenth of a percentage point as a fraction. */
const tenth = 0.001;
const hundredth = 0.01;

/** An indicator of one series; `formula` makes its reading from the observations. */
export const indicator = (
  id: string,
  series: string,
  unit: string,
  formula: Formula,
  more: Partial<
    Pick<Indicator, 'method' | 'step' | 'scale' | 'daily' | 'resolution' | 'among' | 'threeYears'>
  > = {},
): Indicator => {
  const step = more.step ?? 1;
  return {
    id: `macro.${id}`,
    unit,
    method: 'macro level',
    series,
    rests: [series],
    daily: false,
    scale: 1,
    resolution: 0,
    ...more,
    step,
    basis: (view) => view.macro(series).basis,
    newest: (view) => newestOf(view, series),
    read: rememberedReadings(series, formula, step),
  };
};

/** Most sessions learn nothing new of a monthly series: its readings are computed when something is, and kept. */
function rememberedReadings(series: string, formula: Formula, step: number): Indicator['read'] {
  const made = new WeakMap<Known, Map<string, Readings>>();
  return (view, from) => {
    const { known } = view.macro(series);
    const byStart = made.get(known) ?? new Map<string, Readings>();
    made.set(known, byStart);
    const found = byStart.get(from) ?? readings(known, formula, step, from);
    byStart.set(from, found);
    return found;
  };
}

const yearly = (id: string, series: string) =>
  indicator(`${id}.yoy`, series, 'fraction', growth(12), { method: 'macro change', resolution: tenth });

const dailyRate = (id: string, series: string, more: Pick<Indicator, 'threeYears'> = {}) =>
  indicator(id, series, 'fraction', level, { step: 0, daily: true, scale: percentage, ...more });

export const indicators: readonly Indicator[] = [
  yearly('cpi', fredSeries.cpi),
  yearly('corecpi', fredSeries.coreCpi),
  indicator('corecpi.3m', fredSeries.coreCpi, 'fraction a year', growth(3, 4), {
    method: 'macro annualised',
    resolution: tenth,
  }),
  yearly('pce', fredSeries.pce),
  yearly('corepce', fredSeries.corePce),
  dailyRate('breakeven5y', fredSeries.breakeven),
  indicator('unrate', fredSeries.unemployment, 'fraction', level, { scale: percentage }),
  indicator('sahm', fredSeries.unemployment, 'points', ofLastMonths(sahmMonths, sahmReading), {
    method: 'sahm reading',
    resolution: hundredth,
    among: 120,
  }),
  indicator('payrolls.3m', fredSeries.payrolls, 'thousands', meanMonthlyChange(3), { method: 'macro mean' }),
  indicator('claims.4w', fredSeries.claims, 'persons', meanOfLast(4), { method: 'macro mean', step: 0 }),
  indicator('openings', fredSeries.openings, 'millions', level, { scale: 0.001 }),
  indicator('gdp.saar', fredSeries.gdp, 'fraction a year', growth(3, 4), {
    method: 'macro annualised',
    step: 3,
    resolution: tenth,
  }),
  yearly('indpro', fredSeries.production),
  yearly('retail', fredSeries.retail),
  yearly('orders', fredSeries.orders),
  yearly('capex', fredSeries.capitalGoods),
  indicator('housing', fredSeries.housing, 'millions', level, { scale: 0.001 }),
  indicator('empire', fredSeries.empire, 'index', level),
  indicator('philadelphia', fredSeries.philadelphia, 'index', level),
  indicator('dallas', fredSeries.dallas, 'index', level),
  indicator('sentiment', fredSeries.sentiment, 'index', level),
  dailyRate('fedfunds.upper', fredSeries.targetUpper),
  dailyRate('fedfunds.lower', fredSeries.targetLower),
  dailyRate('ust3m', fredSeries.threeMonths),
  dailyRate('ust2y', fredSeries.twoYears),
  dailyRate('ust10y', fredSeries.tenYears),
  dailyRate('real10y', fredSeries.realTenYears),
  dailyRate('hyoas', fredSeries.highYieldSpread, { threeYears: true }),
  dailyRate('baa10y', fredSeries.baaSpread),
  indicator('nfci', fredSeries.conditions, 'index', level, { step: 0, resolution: hundredth }),
];
