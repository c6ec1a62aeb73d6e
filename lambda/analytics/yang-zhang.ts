import { sampleDeviation } from './standard-deviation.ts';
import { sessionsPerYear } from './volatility.ts';

interface Prices {
  readonly open: Float64Array;
  readonly high: Float64Array;
  readonly low: Float64Array;
  readonly close: Float64Array;
}

/**
 * Yang-Zhang volatility of the last n sessions, fraction a year: overnight variance + k times open-to-close
 * variance + (1 - k) times the Rogers-Satchell variance, with k = 0.34 / (1.34 + (n + 1) / (n - 1)).
 * Needs a bar on each of them and on the session before.
 * Source: D. Yang and Q. Zhang, "Drift-Independent Volatility Estimation", J. of Business 73 (2000) 477-491.
 */
export function yangZhangVolatility(prices: Prices, end: number, n: number): number {
  const start = end - n + 1;
  const overnight = new Float64Array(n);
  const intraday = new Float64Array(n);
  let rogersSatchell = 0;
  let before = Math.log(prices.close[start - 1]!);
  for (let i = 0; i < n; i++) {
    const t = start + i;
    const open = Math.log(prices.open[t]!);
    const high = Math.log(prices.high[t]!);
    const low = Math.log(prices.low[t]!);
    const close = Math.log(prices.close[t]!);
    overnight[i] = open - before;
    intraday[i] = close - open;
    rogersSatchell += (high - close) * (high - open) + (low - close) * (low - open);
    before = close;
  }
  const k = 0.34 / (1.34 + (n + 1) / (n - 1));
  const variance =
    sampleDeviation(overnight) ** 2 + k * sampleDeviation(intraday) ** 2 + (1 - k) * (rogersSatchell / n);
  return Math.sqrt(variance * sessionsPerYear);
}
