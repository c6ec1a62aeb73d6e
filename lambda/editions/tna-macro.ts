import type { Lag, MacroSpec } from './edition.ts';
import { tnaRanges, tnaSteps } from './tna-ranges.ts';

const after = (days: number): Lag => ({ kind: 'days', days });
const onDay = (day: number): Lag => ({ kind: 'day of the month', day });

const daily = (
  series: string,
  name: string,
  publisher: string,
  lag: Lag = { kind: 'next business day' },
): MacroSpec => ({ series, name, frequency: 'daily', lag, unit: 'percent', publisher });

const target = (series: string, name: string): MacroSpec => daily(series, name, board, { kind: 'announced' });

const monthly = (series: string, name: string, lag: Lag, unit: string, publisher: string): MacroSpec => ({
  series,
  name,
  frequency: 'monthly',
  lag,
  unit,
  publisher,
});

const board = 'Federal Reserve Board';
const newYork = 'New York Fed';
const bls = 'Bureau of Labor Statistics';
const bea = 'Bureau of Economic Analysis';
const census = 'Census Bureau';

/** Series that are the difference of two others. */
export const differences = [{ series: 'T10Y2Y', first: 'DGS10', less: 'DGS2', within: 0.05 }] as const;

/**
 * The macro series of the edition under their FRED names. The lags are the longest usual ones; what was published earlier
 * or later is in the table of publication days. Source: docs/methods/macro.md.
 */
const published: readonly MacroSpec[] = [
  monthly('CPIAUCSL', 'Consumer prices', after(24), 'index', bls),
  monthly('CPILFESL', 'Core consumer prices', after(24), 'index', bls),
  monthly('PCEPI', 'PCE prices', after(32), 'index', bea),
  monthly('PCEPILFE', 'Core PCE prices', after(32), 'index', bea),
  monthly('UNRATE', 'Unemployment rate', after(10), 'percent', bls),
  monthly('PAYEMS', 'Nonfarm payrolls', after(10), 'thousands', bls),
  monthly('MANEMP', 'Manufacturing jobs', after(10), 'thousands', bls),
  {
    series: 'ICSA',
    name: 'Initial jobless claims',
    frequency: 'weekly',
    weekday: 6,
    lag: { kind: 'days', days: 5, offHolidays: true },
    unit: 'persons',
    publisher: 'Department of Labor',
  },
  monthly('JTSJOL', 'Job openings', after(46), 'thousands', bls),
  { ...monthly('GDPC1', 'Real GDP', after(31), 'usd billions', bea), frequency: 'quarterly' },
  monthly('INDPRO', 'Industrial production', after(18), 'index', board),
  monthly('RSAFS', 'Retail sales', after(17), 'usd millions', census),
  monthly('HOUST', 'Housing starts', after(21), 'thousands', census),
  monthly('DGORDER', 'Durable goods orders', after(29), 'usd millions', census),
  monthly('NEWORDER', 'Core capital goods orders', after(29), 'usd millions', census),
  // FRED shows it a month late, by the wish of the university.
  monthly('UMCSENT', 'Consumer sentiment', after(28), 'index', 'University of Michigan'),
  // The latest days that their schedules allow: the 15th or the business day after it, the third Thursday.
  monthly('GACDISA066MSFRBNY', 'Empire State general activity', onDay(18), 'index', newYork),
  monthly('GACDFSA066MSFRBPHI', 'Philadelphia general activity', onDay(21), 'index', 'Philadelphia Fed'),
  monthly('BACTSAMFRBDAL', 'Dallas general activity', after(0), 'index', 'Dallas Fed'),
  monthly('TSSOSBACTSAMFRBDAL', 'Dallas services activity', after(0), 'index', 'Dallas Fed'),
  target('DFEDTARU', 'Fed funds target, upper'),
  target('DFEDTARL', 'Fed funds target, lower'),
  daily('EFFR', 'Effective fed funds rate', newYork),
  daily('SOFR', 'Secured overnight rate', newYork),
  daily('DGS3MO', 'Treasury 3 months', board),
  daily('DGS2', 'Treasury 2 years', board),
  daily('DGS10', 'Treasury 10 years', board),
  daily('T10Y2Y', 'Treasury 10 less 2 years', board),
  daily('DFII10', 'Real Treasury 10 years', board),
  daily('T5YIE', 'Breakeven inflation 5 years', 'St. Louis Fed'),
  daily('BAA10Y', 'Baa corporate spread over 10 years', "Moody's"),
  daily('BAMLH0A0HYM2', 'High-yield spread', 'ICE BofA'),
  // The Board gives a week's values on the Monday after it.
  { ...daily('DTWEXBGS', 'Broad dollar index', board, after(7)), unit: 'index' },
  {
    series: 'NFCI',
    name: 'Financial conditions',
    frequency: 'weekly',
    weekday: 5,
    lag: after(6),
    unit: 'index',
    publisher: 'Chicago Fed',
  },
  { ...daily('VIXCLS', 'VIX', 'Cboe'), unit: 'index' },
];

export const tnaMacro: readonly MacroSpec[] = published.map((spec) => {
  const [range, step] = [tnaRanges[spec.series], tnaSteps[spec.series]];
  return { ...spec, ...(range && { range }), ...(step && { step }) };
});
