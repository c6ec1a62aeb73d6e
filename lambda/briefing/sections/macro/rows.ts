import type { Edition } from '../../../editions/edition.ts';

/** A row of the scorecard: the figure's id, and what a reader calls it. */
export interface ScorecardRow {
  readonly id: string;
  readonly label: string;
}

const row = (id: string, label: string): ScorecardRow => ({ id: `macro.${id}`, label });

type Group = readonly [group: string, rows: readonly ScorecardRow[]];

const economy: readonly Group[] = [
  [
    'Inflation',
    [
      row('cpi.yoy', 'CPI, over the year'),
      row('corecpi.yoy', 'Core CPI, over the year'),
      row('corecpi.3m', 'Core CPI, 3 months at a yearly rate'),
      row('pce.yoy', 'PCE prices, over the year'),
      row('corepce.yoy', 'Core PCE prices, over the year'),
      row('breakeven5y', 'Breakeven inflation, 5 years'),
    ],
  ],
  [
    'Jobs',
    [
      row('unrate', 'Unemployment rate'),
      row('sahm', 'Sahm reading'),
      row('payrolls.3m', 'Payrolls, monthly change, 3-month mean'),
      row('claims.4w', 'Initial claims, 4-week mean'),
      row('openings', 'Job openings'),
    ],
  ],
  [
    'Growth',
    [
      row('gdp.saar', 'Real GDP, yearly rate'),
      row('indpro.yoy', 'Industrial production, over the year'),
      row('retail.yoy', 'Retail sales, nominal, over the year'),
      row('orders.yoy', 'Durable goods orders, over the year'),
      row('capex.yoy', 'Core capital goods orders, over the year'),
      row('housing', 'Housing starts, yearly rate'),
    ],
  ],
  [
    'Surveys',
    [
      row('regional.z', 'Regional manufacturing, not ISM'),
      row('empire', 'Empire State'),
      row('philadelphia', 'Philadelphia'),
      row('dallas', 'Dallas'),
      row('sentiment', 'Consumer sentiment'),
    ],
  ],
  [
    'Rates and policy',
    [
      row('fedfunds.upper', 'Fed funds target, upper'),
      row('policygap', '2-year yield less middle of target'),
      row('ust3m', 'Treasury, 3 months'),
      row('ust2y', 'Treasury, 2 years'),
      row('ust10y', 'Treasury, 10 years'),
      row('curve.2s10s', '10 less 2 years'),
      row('real10y', 'Real yield, 10 years'),
    ],
  ],
  [
    'Credit and conditions',
    [
      row('hyoas', 'High-yield spread'),
      row('baa10y', 'Baa spread over 10 years'),
      row('nfci', 'Financial conditions (NFCI), above 0 is tight'),
    ],
  ],
];

/** The scorecard's groups and their rows, in the order of reading. */
export const scorecardGroupsOf = ({ volatilityIndices }: Edition): readonly Group[] => [
  ...economy,
  ['Volatility', volatilityIndices.map(({ id, name }) => row(id, name))],
];
