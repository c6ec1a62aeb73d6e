import type { Sign } from './number.ts';

/** How the figures of one measure are printed. */
export interface Format {
  /** `percent` and `points` multiply a fraction by 100; `plain` prints the value as it is. */
  readonly as: 'percent' | 'points' | 'plain';
  readonly decimals: number;
  readonly sign: Sign;
  /** Stands behind the number: `pts`, `thousand`. */
  readonly unit?: string;
}

const percent = (decimals: number, sign: Sign = 'negative'): Format => ({ as: 'percent', decimals, sign });
const points = (decimals: number, sign: Sign = 'always'): Format => ({ as: 'points', decimals, sign });
const plain = (decimals: number, sign: Sign = 'negative'): Format => ({ as: 'plain', decimals, sign });

/**
 * Formats by measure: the beginning of an id, `*` for any one segment. The first that fits is taken, so the
 * narrower stands above the wider. Windows of a year (`1y`, `ytd`, `252d`) lose one decimal where `long` says so.
 */
export const measures: readonly (readonly [pattern: string, format: Format, long?: Format])[] = [
  ['return', percent(2, 'always'), percent(1, 'always')],
  ['change', percent(2, 'always')],
  ['excess', points(2), points(1)],
  ['residual', points(2)],
  ['gap', points(2), points(1)],
  ['target', percent(2, 'always'), percent(1, 'always')],
  ['horizon.*.*.made', percent(1, 'always')],
  ['horizon.*.*.gap', points(2)],
  ['horizon.*.*.short', percent(0)],
  ['recover', percent(1)],
  ['expense', percent(2)],
  ['move', plain(1, 'always')],
  ['breadth.above50.count', plain(0)],
  ['breadth.above50.n', plain(0)],
  ['breadth.above50', percent(0)],
  ['high52w.*.below', percent(1)],
  ['td', points(2)],
  ['te', points(2, 'never')],
  ['drag', percent(2, 'always'), percent(1, 'always')],
  ['decay', percent(1, 'always')],
  ['breakeven', percent(2, 'always')],
  ['vol', percent(1, 'never')],
  ['drawdown', percent(1)],
  ['expected', percent(2, 'both')],
  ['var95', percent(2)],
  ['es95', percent(2)],
  ['rs.*.percentile5y', percent(0, 'never')],
  ['rs', percent(2, 'always')],
  ['streak', plain(0, 'always')],
  ['map.*.ratio', plain(1)],
  ['map.*.momentum', plain(1)],
  ['rotation.score', plain(0, 'always')],
  ['rotation.component', plain(2, 'always')],
  ['rotation.record.*.n', plain(0)],
  ['rotation.record', plain(2, 'always')],
  ['beta', plain(2)],
  ['r2', plain(3)],
  ['distance', percent(2, 'always')],
  ['close.*.vs20', percent(2, 'always')],
  ['close.*.vs50', percent(2, 'always')],
  ['close.*.vs200', percent(2, 'always')],
  ['loss', percent(0, 'always')],
  ['ruin', percent(1)],
  ['size.*.shares', plain(0)],
  ['size.*.weight', percent(1)],
  ['size', { ...plain(0), unit: 'USD' }],
  ['hedge.*.strike', plain(0)],
  ['hedge.*.volatility', percent(1)],
  ['hedge.*.rate', percent(2)],
  ['hedge.*.put.price', plain(2)],
  ['hedge.*.put.delta', plain(3)],
  ['hedge.*.put.cost', { ...plain(0), unit: 'USD' }],
  ['hedge.*.cost', { ...plain(0), unit: 'USD' }],
  ['hedge.*.costshare', percent(1)],
  ['macro.*.percentile', percent(0, 'never')],
  ['macro.*.*.percentile', percent(0, 'never')],
  ['macro.indpro', percent(1, 'always')],
  ['macro.retail', percent(1, 'always')],
  ['macro.orders', percent(1, 'always')],
  ['macro.capex', percent(1, 'always')],
  ['macro.empire', plain(1, 'always')],
  ['macro.philadelphia', plain(1, 'always')],
  ['macro.dallas', plain(1, 'always')],
  ['macro.cpi', percent(1)],
  ['macro.corecpi', percent(1)],
  ['macro.pce', percent(1)],
  ['macro.corepce', percent(1)],
  ['macro.unrate', percent(1)],
  ['macro.gdp', percent(1, 'always')],
  ['macro.sahm', { ...plain(2), unit: 'pts' }],
  ['macro.payrolls', { ...plain(0, 'always'), unit: 'thousand' }],
  ['macro.claims', plain(0)],
  ['macro.fedfunds', percent(2)],
  ['macro.real10y', percent(2)],
  ['macro.curve', points(2)],
  ['macro.hyoas', points(2, 'negative')],
  ['macro.baa10y', points(2, 'negative')],
  ['macro.policygap', points(2)],
  ['macro.nfci', plain(2, 'always')],
  ['macro.regional', plain(2, 'always')],
];

/** Formats of whatever no measure above names, by the figure's unit. */
export const units: Readonly<Record<string, Format>> = {
  fraction: percent(2),
  'fraction a year': percent(1),
  points: { ...plain(2, 'always'), unit: 'pts' },
  percent: { ...plain(2), unit: '%' },
  usd: plain(2),
  'index points': plain(2),
  'usd or index points': plain(2),
  price: plain(2),
  index: plain(1),
  ratio: plain(2),
  count: plain(0),
  sessions: plain(0),
  days: plain(0),
  weeks: plain(0),
  years: plain(1),
  rank: plain(0),
  shares: plain(0),
  contracts: plain(0),
  thousands: { ...plain(0), unit: 'thousand' },
  millions: { ...plain(2), unit: 'million' },
  persons: plain(0),
  z: plain(2, 'always'),
  correlation: plain(2, 'always'),
  '-1..1': plain(2, 'always'),
  '-100..100': plain(0, 'always'),
};
