import type { Lag, MacroSpec } from './edition.ts';

const businessDay: Lag = { kind: 'business days', days: 1 };
const after = (days: number): Lag => ({ kind: 'days', days });

const daily = (series: string, name: string, publisher: string): MacroSpec => ({
  series,
  name,
  frequency: 'daily',
  lag: businessDay,
  unit: 'percent',
  publisher,
});

const monthly = (series: string, name: string, lag: number, unit: string, publisher: string): MacroSpec => ({
  series,
  name,
  frequency: 'monthly',
  lag: after(lag),
  unit,
  publisher,
});

const weekly = (series: string, name: string, unit: string, publisher: string): MacroSpec => ({
  series,
  name,
  frequency: 'weekly',
  lag: after(5),
  unit,
  publisher,
});

const board = 'Federal Reserve Board';
const bls = 'Bureau of Labor Statistics';
const bea = 'Bureau of Economic Analysis';
const census = 'Census Bureau';

/** The macro series of the edition under their FRED names. Lags: the figures document, "what was known on D". */
export const macro: readonly MacroSpec[] = [
  monthly('CPIAUCSL', 'Consumer prices', 15, 'index', bls),
  monthly('CPILFESL', 'Core consumer prices', 15, 'index', bls),
  monthly('PCEPI', 'PCE prices', 30, 'index', bea),
  monthly('PCEPILFE', 'Core PCE prices', 30, 'index', bea),
  monthly('UNRATE', 'Unemployment rate', 8, 'percent', bls),
  monthly('PAYEMS', 'Nonfarm payrolls', 8, 'thousands', bls),
  weekly('ICSA', 'Initial jobless claims', 'persons', 'Department of Labor'),
  monthly('JTSJOL', 'Job openings', 36, 'thousands', bls),
  { ...monthly('GDPC1', 'Real GDP', 30, 'usd billions', bea), frequency: 'quarterly' },
  monthly('INDPRO', 'Industrial production', 17, 'index', board),
  monthly('RSAFS', 'Retail sales', 16, 'usd millions', census),
  monthly('HOUST', 'Housing starts', 19, 'thousands', census),
  monthly('DGORDER', 'Durable goods orders', 27, 'usd millions', census),
  monthly('NEWORDER', 'Core capital goods orders', 27, 'usd millions', census),
  monthly('UMCSENT', 'Consumer sentiment', 0, 'index', 'University of Michigan'),
  monthly('GACDISA066MSFRBNY', 'Empire State general activity', 0, 'index', 'New York Fed'),
  monthly('GACDFSA066MSFRBPHI', 'Philadelphia general activity', 0, 'index', 'Philadelphia Fed'),
  monthly('BACTSAMFRBDAL', 'Dallas general activity', 0, 'index', 'Dallas Fed'),
  daily('DFEDTARU', 'Fed funds target, upper', board),
  daily('DFEDTARL', 'Fed funds target, lower', board),
  daily('DGS3MO', 'Treasury 3 months', board),
  daily('DGS2', 'Treasury 2 years', board),
  daily('DGS10', 'Treasury 10 years', board),
  daily('T10Y2Y', 'Treasury 10 less 2 years', board),
  daily('DFII10', 'Real Treasury 10 years', board),
  daily('T5YIE', 'Breakeven inflation 5 years', 'St. Louis Fed'),
  daily('BAA10Y', 'Baa corporate spread over 10 years', "Moody's"),
  daily('BAMLH0A0HYM2', 'High-yield spread', 'ICE BofA'),
  weekly('NFCI', 'Financial conditions', 'index', 'Chicago Fed'),
  { ...daily('VIXCLS', 'VIX', 'Cboe'), unit: 'index' },
];
