import { days, sessionsInYear } from './days.ts';
import type { Exposure } from './exposures.ts';
import type { Factors } from './factors.ts';
import { randomStream } from './random.ts';
import type { Rates } from './rates.ts';

/** No security moves more than this in a day, log return: the largest ones halt before. */
const worstMove = 0.18;
/** Companies surprise on about four days a year by more than their usual size. */
const newsChance = 4 / sessionsInYear;

/** Daily total returns, log. The first day has none. */
export function totalReturns(
  seed: number,
  symbol: string,
  exposure: Exposure,
  factors: Factors,
  rates: Rates,
): Float64Array {
  const random = randomStream(seed, symbol);
  const { market, size, growth, duration, own, drift } = exposure;
  const ownDaily = own / Math.sqrt(sessionsInYear);
  const returns = new Float64Array(days.length);
  for (let day = 1; day < returns.length; day++) {
    const stress = factors.stress[day]!;
    const news = own > 0.1 && random.uniform() < newsChance ? 2.5 : 1;
    const yieldChange = (rates.tenYears[day]! - rates.tenYears[day - 1]!) / 100;
    const move =
      drift / sessionsInYear +
      market * factors.market[day]! +
      size * factors.size[day]! +
      growth * factors.growth[day]! -
      duration * yieldChange +
      ownDaily * news * (0.6 + 0.4 * stress) * random.normal();
    returns[day] = Math.max(-worstMove, Math.min(worstMove, move));
  }
  return returns;
}
