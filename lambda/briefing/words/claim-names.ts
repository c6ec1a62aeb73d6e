import type { Edition } from '../../editions/edition.ts';
import { multiple } from './multiple.ts';

/** What a claim's input is called, by the parts of its id: `measure.subject.window.part`. */
type Naming = (edition: Edition, subject: string, window: string, part: string) => string;

const dated: Readonly<Record<string, string>> = {
  mtd: 'the month so far',
  qtd: 'the quarter so far',
  ytd: 'the year so far',
  '1m': 'a month',
  '3m': 'three months',
};

/** "63 sessions", "three months", "the month so far"; 252 sessions are not the year by the calendar that tables have. */
export const windowName = (window: string): string =>
  dated[window] ?? `${Number.parseInt(window, 10)} sessions`;

/** A symbol as a sentence has it; the leaders have a name. */
export const symbolName = ({ claims, basket }: Edition, symbol: string): string =>
  symbol === claims.leaders.id ? `the ${basket.short}` : symbol;

const byMeasure: Readonly<Record<string, Naming>> = {
  return: (_, symbol, window) => `${symbol} over ${windowName(window)}`,
  rs: (_, pair, window) =>
    window === 'percentile5y'
      ? `percentile of ${pair} in five years`
      : `${pair} against its ${window.slice(2)}-session average`,
  vol: (_, pair, _window, part) =>
    part === 'median' ? 'its median of a year' : `volatility of ${pair.replace(':', ' over ')}`,
  upvolume: (_, symbol) => `part of ${symbol}’s volume on rising sessions`,
  attention: () => 'share of trading, in deviations from its year',
  wins: (_, pair) => `sessions of 20 with ${pair.replace(':', ' ahead of ')}`,
  tracking: ({ fund }) => `sessions of 21 within a quarter point of ${multiple(fund.beta)} the move`,
  near: ({ fund }, _, window) => `spans of ${windowName(window)} within a point of ${multiple(fund.beta)}`,
  capture: (_, _fund, direction) => `multiple on ${direction === 'up' ? 'rising' : 'falling'} sessions`,
  gap: ({ fund }, _, window, part) =>
    `${part === 'total' ? `gap to ${multiple(fund.beta)}` : 'compounding'} over ${windowName(window)}`,
  volgap: () => 'correlation of volatility and compounding',
  drawdown: (_, symbol) => `deepest fall of ${symbol} in 252 sessions`,
  cost: (_, symbol) => (symbol === 'margin' ? 'cost of a margin loan' : `yearly cost of ${symbol}`),
  breadth: (_, kind) =>
    kind === 'above50' ? 'funds above their 50-session averages' : 'funds up over 63 sessions',
  amplify: () => 'median multiple of an advance',
  sideways: () => 'median compounding of a flat month',
  held: (_, _symbol, level, part) =>
    part === 'high'
      ? 'high end'
      : `closed above ${level} after touching it${part === 'low' ? ', low end' : ''}`,
  event: (_, what) =>
    what === 'move'
      ? 't-value of moves on days of releases'
      : 't-value of the two-year yield on days of CPI and jobs',
  atr: () => 'largest average range of 63 sessions over the smallest',
  overnight: () => 'part of the worst days that came by the open',
  hedge: () => 'a month’s cover, over the position',
  election: () => 'days to the election',
  stance: (_, _pair, _window, part) => callParts[part] ?? part,
  calls: (_, _pair, _window, part) => callParts[part] ?? part,
  var95: (_, part) =>
    part === 'exceed' ? 'sessions of 252 beyond the value at risk' : 'likelihood ratio of Kupiec',
  rates: () => 'correlation of cyclicals and the ten-year yield',
  phase: () => 'yearly lead in phases of cuts',
  balance: () => 'claims for less claims against',
  sens: (_, pair) =>
    `t-value of the sensitivity to ${pair.endsWith(':DOLLAR') ? 'the dollar' : 'the two-year yield'}`,
  weight: (_, _fund, _sector, part) => (part === 'rank' ? 'its rank' : 'weight of industrials'),
  valuation: () => 'price over earnings',
  capex: (_, _basket, _window, part) =>
    part === 'change' ? 'change of that from a quarter before' : 'spending over the year',
  earnings: () => 't-value of what followed results',
  study: (_, _event, _outcome, part) =>
    ({ n: 'cases', q: 'rate of false discoveries' })[part.split('.')[1] ?? ''] ?? 'difference from the usual',
  ai: (_, _gauge, part) =>
    `${part === 'change' ? 'change of the ' : ''}gauge of enthusiasm${part === 'change' ? ' over 63 sessions' : ''}`,
  rotation: (_, part) => ({ score: 'score', age: 'sessions in it' })[part] ?? 'state of the rotation',
};

const callParts: Readonly<Record<string, string>> = {
  hitrate: 'hit rate',
  low: 'low end of the hit rate',
  baseline: 'luck',
  apart: 'separate calls',
};

const macro: Readonly<Record<string, string>> = {
  baa10y: 'Baa spread',
  'baa10y.change63': 'change of the Baa spread over 63 sessions',
  breakeven5y: 'breakeven inflation',
  'capexorders.3m3m': 'capital goods orders, three months on three',
  'claims.26w': 'the mean of 26 weeks',
  'claims.4w': 'claims of 4 weeks',
  'claims.52w': 'claims of a year',
  'corecpi.3m': 'core CPI of 3 months',
  'corecpi.yoy': 'core CPI over the year',
  'corepce.yoy': 'core PCE over the year',
  'cpi.yoy': 'CPI over the year',
  'curve.2s10s.change63': 'change of the curve over 63 sessions',
  cutting: 'overnight rate at least 0.20 points below 126 sessions before',
  empire: 'Empire State',
  'empire.3m': 'Empire State, 3 months',
  'gdp.low4': 'lowest real GDP of four quarters',
  'gdp.saar': 'real GDP',
  'housing.3m.yoy': 'housing starts over the year',
  'indpro.3m3m': 'industrial production, three months on three',
  'manufacturing.jobs.3m': 'manufacturing jobs over 3 months',
  'nfci.change63': 'change of financial conditions',
  'openings.3m3m': 'job openings, three months on three',
  'payrolls.3m': 'payrolls a month',
  philadelphia: 'Philadelphia',
  'philadelphia.3m': 'Philadelphia, 3 months',
  policygap: 'two-year yield less the target',
  'regional.z': 'regional surveys, in deviations',
  'retail.3m3m': 'retail sales, three months on three',
  sahm: 'Sahm reading',
  services: 'Dallas services',
  unrate: 'unemployment',
  'unrate.abovelow': 'unemployment above its low of a year',
  'unrate.change12m': 'change of unemployment in a year',
  'ust2y.change63': 'change of the two-year yield over 63 sessions',
};

/** What an input of a claim is called in a sentence. @throws Error of a figure that has no name here */
export function inputName(edition: Edition, id: string): string {
  const [measure = '', subject = '', window = '', ...parts] = id.split('.');
  const name =
    measure === 'macro'
      ? macroName(edition, id.slice('macro.'.length))
      : byMeasure[measure]?.(edition, subject, window, parts.join('.'));
  if (name === undefined) throw new Error(`figure ${id}: no name for the claims that read it`);
  return name;
}

function macroName({ volatilityIndices }: Edition, id: string): string | undefined {
  if (id.endsWith('.before')) return 'three months before';
  const index = volatilityIndices.find((one) => id === `${one.id}.percentile5y`);
  return index === undefined ? macro[id] : `percentile of ${index.name} in five years`;
}
