/** How a simulated security moves with the factors. Plausible, not estimated. */
export interface Exposure {
  readonly market: number;
  readonly size: number;
  readonly growth: number;
  /** Years of duration: what a rise of the ten-year yield by one point takes away, in percent. */
  readonly duration: number;
  /** Volatility of its own, fraction a year. */
  readonly own: number;
  /** Mean total return, fraction a year, in logs. */
  readonly drift: number;
  /** Dividends, fraction a year, and how often they are paid. */
  readonly dividends: number;
  readonly payments: 0 | 4 | 12;
  /** Close on the anchor session: prices are as traded then. */
  readonly price: number;
  /** Shares on a usual day. */
  readonly volume: number;
}

type Row = readonly [
  symbol: string,
  market: number,
  size: number,
  growth: number,
  duration: number,
  own: number,
  drift: number,
  dividends: number,
  payments: 0 | 4 | 12,
  price: number,
  volume: number,
];

// biome-ignore format: a table is read by its columns
const table: readonly Row[] = [
  // symbol  market size  growth dur. own   drift  div.   pay price  volume
  ['IWM',    1.10,  1.00, -0.10, 0,   0.025, 0.070, 0.012, 4, 238.40,  36_000_000],
  ['IJR',    1.08,  0.98, -0.25, 0,   0.035, 0.073, 0.014, 4, 122.10,   6_500_000],
  ['IWO',    1.18,  1.05,  0.45, 0,   0.040, 0.068, 0.006, 4, 329.70,   1_300_000],
  ['IWN',    1.04,  0.97, -0.60, 0,   0.040, 0.071, 0.018, 4, 178.90,   1_600_000],
  ['SPY',    1.00,  0.00,  0.10, 0,   0.005, 0.080, 0.013, 4, 688.20,  72_000_000],
  ['QQQ',    1.08, -0.05,  0.85, 0,   0.035, 0.092, 0.006, 4, 611.50,  44_000_000],
  ['RSP',    0.99,  0.35, -0.25, 0,   0.020, 0.079, 0.016, 4, 193.30,  11_000_000],
  ['MGK',    1.04, -0.20,  0.80, 0,   0.030, 0.090, 0.005, 4, 412.60,     420_000],
  ['IWF',    1.05, -0.08,  0.60, 0,   0.015, 0.086, 0.006, 4, 471.80,   1_900_000],
  ['IWD',    0.95,  0.08, -0.45, 0,   0.015, 0.073, 0.018, 4, 207.40,   2_200_000],
  ['KRE',    1.12,  0.75, -0.75, -1,  0.170, 0.055, 0.027, 4,  63.90,  11_000_000],
  ['XLI',    1.04,  0.20, -0.30, 0,   0.060, 0.080, 0.015, 4, 157.30,   9_500_000],
  ['XLF',    1.08,  0.20, -0.55, -1,  0.080, 0.070, 0.016, 4,  54.20,  38_000_000],
  ['XHB',    1.20,  0.60, -0.25, 3,   0.150, 0.070, 0.010, 4, 106.10,   2_300_000],
  ['ITB',    1.20,  0.60, -0.20, 4,   0.170, 0.070, 0.010, 4,  98.60,   2_600_000],
  ['XLK',    1.12, -0.10,  0.90, 0,   0.050, 0.094, 0.007, 4, 286.50,   6_200_000],
  ['SMH',    1.25,  0.05,  1.15, 0,   0.150, 0.100, 0.005, 4, 362.80,   7_400_000],
  ['HYG',    0.30,  0.08,  0.00, 1.5, 0.025, 0.055, 0.055, 12, 80.40,  36_000_000],
  ['TLT',   -0.02,  0.00,  0.00, 16,  0.025, 0.038, 0.040, 12, 88.70,  33_000_000],
  ['UUP',   -0.12, -0.10,  0.00, 0,   0.060, 0.004, 0,     0,  27.40,   1_200_000],
  ['AAPL',   1.05, -0.15,  0.55, 0,   0.180, 0.105, 0.005, 4, 268.30,  47_000_000],
  ['MSFT',   1.00, -0.15,  0.60, 0,   0.160, 0.105, 0.007, 4, 481.90,  22_000_000],
  ['NVDA',   1.40, -0.05,  1.30, 0,   0.320, 0.130, 0,     0, 184.60, 190_000_000],
  ['AMZN',   1.15, -0.10,  0.75, 0,   0.230, 0.110, 0,     0, 229.10,  41_000_000],
  ['GOOGL',  1.05, -0.12,  0.60, 0,   0.190, 0.105, 0.003, 4, 301.70,  33_000_000],
  ['META',   1.15, -0.10,  0.80, 0,   0.260, 0.110, 0.002, 4, 655.40,  14_000_000],
  ['TSLA',   1.45,  0.10,  0.90, 0,   0.420, 0.110, 0,     0, 437.20,  83_000_000],
  ['^IXIC',  1.08,  0.05,  0.75, 0,   0.025, 0.083, 0,     0, 23_180,           0],
];

/** Every security but the daily-reset funds, the indices that a fund follows, and the volatility indices. */
export const exposures: ReadonlyMap<string, Exposure> = new Map(
  table.map(([symbol, market, size, growth, duration, own, drift, dividends, payments, price, volume]) => [
    symbol,
    { market, size, growth, duration, own, drift, dividends, payments, price, volume },
  ]),
);

/** Price indices: what a fund follows less its dividends, fees added back. */
export const indices: readonly { symbol: string; of: string; fee: number; price: number }[] = [
  { symbol: '^RUT', of: 'IWM', fee: 0.0019, price: 2_402.7 },
  { symbol: '^GSPC', of: 'SPY', fee: 0.00095, price: 6_912.3 },
  { symbol: '^NDX', of: 'QQQ', fee: 0.002, price: 25_120.6 },
];
