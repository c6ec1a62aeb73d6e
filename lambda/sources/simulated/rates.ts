import { monthKey, nthWeekday } from '../../calendar/civil.ts';
import { days } from './days.ts';
import type { Economy } from './economy.ts';
import type { Factors } from './factors.ts';
import { randomStream } from './random.ts';

/** Yields and spreads at the close of each session, percent. */
export interface Rates {
  readonly policyUpper: Float64Array;
  readonly threeMonths: Float64Array;
  readonly twoYears: Float64Array;
  readonly tenYears: Float64Array;
  readonly realTenYears: Float64Array;
  readonly breakevenFiveYears: Float64Array;
  readonly baaSpread: Float64Array;
  readonly highYieldSpread: Float64Array;
}

/** The day of a month on which a decision takes effect: after the third Wednesday. */
export function decisionDay(month: string): string {
  return nthWeekday(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 3, 3);
}

/** The upper bound of the policy rate on a date. */
export function policyOn(date: string, { months, policy }: Economy, month: number): number {
  const before = policy[Math.max(0, month - 1)]!;
  return date > decisionDay(months[month]!) ? policy[month]! : before;
}

/**
 * Short yields follow the policy rate and where it is expected; the ten-year one reverts to a mean of policy and
 * trend and has shocks of its own, which rise with the market. Spreads widen with the volatility that the market
 * expects.
 */
export function ratesOf(seed: number, factors: Factors, economy: Economy): Rates {
  const random = randomStream(seed, 'rates');
  const column = () => new Float64Array(days.length);
  const rates = {
    policyUpper: column(),
    threeMonths: column(),
    twoYears: column(),
    tenYears: column(),
    realTenYears: column(),
    breakevenFiveYears: column(),
    baaSpread: column(),
    highYieldSpread: column(),
  };
  const monthRow = new Map(economy.months.map((start, row) => [monthKey(start), row]));
  let [outlook, ten, breakeven, baa, high] = [0, 4.7, 2.3, 1.9, 4.2];
  for (const [day, date] of days.entries()) {
    const month = monthRow.get(monthKey(date))!;
    const upper = policyOn(date, economy, month);
    const middle = upper - 0.125;
    const inflation = economy.inflation[month]!;
    const growth = economy.growth[month]!;
    const wanted = 0.7 + 1.5 * inflation - 1 + 0.75 * growth;
    const push = factors.market[day]! * 100;

    outlook += 0.01 * (Math.max(-1.5, Math.min(1.5, 0.5 * (wanted - middle))) - outlook);
    outlook += 0.035 * random.normal() + 0.008 * push;
    ten += 0.004 * (2.2 + 0.35 * middle + 0.35 * inflation - ten) + 0.05 * random.normal() + 0.009 * push;
    ten = Math.max(0.5, ten);
    breakeven += 0.02 * (1.35 + 0.4 * inflation - breakeven) + 0.022 * random.normal() + 0.008 * push;
    const fear = factors.expected[day]! * 100;
    baa += 0.03 * (0.75 + 0.075 * fear - baa) + 0.018 * random.normal() - 0.012 * push;
    high += 0.05 * (0.6 + 0.22 * fear - 0.25 * growth - high) + 0.04 * random.normal() - 0.06 * push;
    baa = Math.max(1.2, baa);
    high = Math.max(2.4, high);

    rates.policyUpper[day] = upper;
    rates.threeMonths[day] = Math.max(0.02, middle + 0.05 + 0.15 * outlook);
    rates.twoYears[day] = Math.max(0.1, middle + outlook);
    rates.tenYears[day] = ten;
    rates.realTenYears[day] = ten - (0.25 + 0.9 * breakeven);
    rates.breakevenFiveYears[day] = breakeven;
    rates.baaSpread[day] = baa;
    rates.highYieldSpread[day] = high;
  }
  return rates;
}
