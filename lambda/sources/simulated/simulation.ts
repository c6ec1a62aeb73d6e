import type { SimulatedBars } from './bars.ts';
import { dailySeries, weeklySeries } from './daily-series.ts';
import { economyOf } from './economy.ts';
import { factorsOf } from './factors.ts';
import { marketOf } from './market.ts';
import { monthlySeries, quarterlyProduct, type SimulatedSeries } from './monthly-series.ts';
import { ratesOf } from './rates.ts';

/** A whole made-up history, 1999 to 2030. */
export interface Simulation {
  readonly market: ReadonlyMap<string, SimulatedBars>;
  readonly macro: ReadonlyMap<string, SimulatedSeries>;
}

/**
 * The history that belongs to a seed. It is always made as a whole, so that asking for more of it changes nothing
 * of what was there before.
 */
export function simulate(seed: number): Simulation {
  const factors = factorsOf(seed);
  const economy = economyOf(seed, factors.stress);
  const rates = ratesOf(seed, factors, economy);
  const market = marketOf(seed, factors, rates);
  const vix = market.get('^VIX')!;
  const macro = new Map([
    ...monthlySeries(seed, economy),
    quarterlyProduct(seed, economy),
    ...dailySeries(seed, rates, economy, vix, factors.market),
    ...weeklySeries(seed, economy, rates, vix),
  ]);
  return { market, macro };
}
