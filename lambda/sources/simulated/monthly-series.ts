import type { Economy } from './economy.ts';
import { randomStream, type Stream } from './random.ts';

/** One simulated macro series as its publisher would stamp it. */
export interface SimulatedSeries {
  readonly dates: readonly string[];
  /** NaN where the publisher gives a day no value. */
  readonly values: Float64Array;
  readonly decimals: number;
}

/** What a month looks like to a series. */
interface Month {
  readonly growth: number;
  readonly inflation: number;
  readonly random: Stream;
}

interface Recipe {
  readonly series: string;
  readonly decimals: number;
  readonly start: number;
  readonly next: (before: number, month: Month) => number;
}

/** Grows by percent a year, with noise in percent a month. */
const grows =
  (pace: (month: Month) => number, noise: number) =>
  (before: number, month: Month): number =>
    before * (1 + (pace(month) / 12 + noise * month.random.normal()) / 100);

/** Reverts to a level by months, with noise. */
const reverts =
  (level: (month: Month) => number, speed: number, noise: number, lowest = Number.NEGATIVE_INFINITY) =>
  (before: number, month: Month): number =>
    Math.max(lowest, before + speed * (level(month) - before) + noise * month.random.normal());

const recipes: readonly Recipe[] = [
  { series: 'CPIAUCSL', decimals: 3, start: 116, next: grows((m) => m.inflation + 0.1, 0.12) },
  { series: 'CPILFESL', decimals: 3, start: 121, next: grows((m) => m.inflation + 0.15, 0.06) },
  { series: 'PCEPI', decimals: 3, start: 62, next: grows((m) => m.inflation - 0.3, 0.1) },
  { series: 'PCEPILFE', decimals: 3, start: 63, next: grows((m) => m.inflation - 0.2, 0.05) },
  { series: 'UNRATE', decimals: 1, start: 5.3, next: reverts((m) => 4.9 - 1.1 * m.growth, 0.1, 0.07, 2.8) },
  {
    series: 'PAYEMS',
    decimals: 0,
    start: 104_000,
    next: (before, { growth, random }) => before * (1 + 0.0008 + 0.001 * growth) + 45 * random.normal(),
  },
  {
    series: 'JTSJOL',
    decimals: 0,
    start: 4_600,
    next: reverts((m) => 6_300 + 1_500 * m.growth, 0.12, 140, 1_500),
  },
  { series: 'INDPRO', decimals: 4, start: 62, next: grows((m) => 0.9 + 2.5 * m.growth, 0.45) },
  { series: 'RSAFS', decimals: 0, start: 141_000, next: grows((m) => 4 + 2 * m.growth, 0.6) },
  { series: 'HOUST', decimals: 0, start: 1_420, next: reverts((m) => 1_330 + 190 * m.growth, 0.12, 55, 450) },
  { series: 'DGORDER', decimals: 0, start: 112_000, next: grows((m) => 2.9 + 4 * m.growth, 2.2) },
  { series: 'NEWORDER', decimals: 0, start: 31_000, next: grows((m) => 1.9 + 3 * m.growth, 1.1) },
  {
    series: 'UMCSENT',
    decimals: 1,
    start: 92,
    next: reverts((m) => 95 + 8 * m.growth - 5 * m.inflation, 0.35, 2.6, 45),
  },
  { series: 'GACDISA066MSFRBNY', decimals: 1, start: 6, next: reverts((m) => 5 + 11 * m.growth, 0.75, 6.5) },
  { series: 'GACDFSA066MSFRBPHI', decimals: 1, start: 7, next: reverts((m) => 6 + 11 * m.growth, 0.75, 7) },
  { series: 'BACTSAMFRBDAL', decimals: 1, start: 5, next: reverts((m) => 3 + 10 * m.growth, 0.75, 6) },
  {
    series: 'MANEMP',
    decimals: 0,
    start: 17_700,
    next: (before, { growth, random }) => before * (1 - 0.0006 + 0.0014 * growth) + 9 * random.normal(),
  },
  { series: 'TSSOSBACTSAMFRBDAL', decimals: 1, start: 8, next: reverts((m) => 6 + 9 * m.growth, 0.7, 5) },
];

/** Monthly series, stamped with the first of the month. */
export function monthlySeries(seed: number, economy: Economy): [string, SimulatedSeries][] {
  return recipes.map(({ series, decimals, start, next }) => {
    const random = randomStream(seed, series);
    let value = start;
    const values = Float64Array.from(economy.months, (_, month) => {
      value = next(value, { growth: economy.growth[month]!, inflation: economy.inflation[month]!, random });
      return value;
    });
    return [series, { dates: economy.months, values, decimals }];
  });
}

/** Real gross domestic product, billions a year, stamped with the first of the quarter. */
export function quarterlyProduct(seed: number, economy: Economy): [string, SimulatedSeries] {
  const random = randomStream(seed, 'GDPC1');
  const dates = economy.months.filter((_, month) => month % 3 === 0);
  let value = 9_200;
  const values = Float64Array.from(dates, (_, quarter) => {
    const growth = (economy.growth[3 * quarter]! + (economy.growth[3 * quarter + 2] ?? 0)) / 2;
    value *= (1 + (2.1 + 2.2 * growth + 0.6 * random.normal()) / 100) ** 0.25;
    return value;
  });
  return ['GDPC1', { dates, values, decimals: 3 }];
}
