import type { SimulatedBars } from './bars.ts';
import type { Factors } from './factors.ts';
import { randomStream } from './random.ts';

/**
 * A volatility index, percent a year: what the market is expected to move over the next month, times what options
 * cost above it, with a slow mood and some noise. Options cost most against the rise that has just not come.
 */
export function volatilityIndex(
  seed: number,
  symbol: string,
  multiple: number,
  { expected, market }: Factors,
): SimulatedBars {
  const random = randomStream(seed, symbol);
  const column = () => new Float64Array(expected.length);
  const bars = { open: column(), high: column(), low: column(), close: column() };
  let mood = 0;
  let before = expected[0]! * 100 * multiple;
  for (let day = 0; day < expected.length; day++) {
    mood = 0.97 * mood + 0.022 * random.normal();
    const close = Math.max(9, expected[day]! * 100 * multiple * Math.exp(mood - 1.6 * market[day]!) - 1.2);
    const open = before + 0.35 * (close - before) + 0.012 * before * random.normal();
    const swing = 0.018 * before;
    bars.open[day] = open;
    bars.close[day] = close;
    bars.high[day] = Math.max(open, close) + swing * Math.abs(random.normal());
    bars.low[day] = Math.min(open, close) - swing * Math.abs(random.normal());
    before = close;
  }
  return { ...bars, adjusted: null, volume: null };
}
