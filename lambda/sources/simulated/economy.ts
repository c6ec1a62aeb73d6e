import { monthKey } from '../../calendar/civil.ts';
import { days } from './days.ts';
import { randomStream } from './random.ts';

export interface Economy {
  /** First days of the months, `YYYY-MM-01`. */
  readonly months: readonly string[];
  /** Growth against trend, in standard deviations: a recession is below -2. */
  readonly growth: Float64Array;
  /** Underlying inflation, percent a year. */
  readonly inflation: Float64Array;
  /** Upper bound of the policy rate from the month's decision on, percent. */
  readonly policy: Float64Array;
}

/** From 1988: surveys are compared with ten years of their past, so the economy starts before the market. */
function monthsTo(last: string): string[] {
  const months: string[] = [];
  for (let year = 1988; ; year++)
    for (let month = 1; month <= 12; month++) {
      const start = `${year}-${month < 10 ? '0' : ''}${month}-01`;
      if (start > last) return months;
      months.push(start);
    }
}

/** Mean stress of the market by month; 1 before there was one. */
function stressByMonth(stress: Float64Array): ReadonlyMap<string, number> {
  const sums = new Map<string, { sum: number; count: number }>();
  for (const [day, date] of days.entries()) {
    const entry = sums.get(monthKey(date)) ?? { sum: 0, count: 0 };
    entry.sum += stress[day]!;
    entry.count += 1;
    sums.set(monthKey(date), entry);
  }
  return new Map([...sums].map(([month, { sum, count }]) => [month, sum / count]));
}

/** Months in which the policy committee decides. */
const decides = new Set([1, 3, 5, 6, 7, 9, 11, 12]);

/**
 * Growth and inflation revert to their means; turmoil in the market weighs on growth. The policy rate follows them
 * (Taylor, Carnegie-Rochester Conference Series 39 (1993) 195), a quarter point or two at a meeting, not below 0.25.
 */
export function economyOf(seed: number, stress: Float64Array): Economy {
  const months = monthsTo(days.at(-1)!);
  const random = randomStream(seed, 'economy');
  const turmoil = stressByMonth(stress);
  const growth = new Float64Array(months.length);
  const inflation = new Float64Array(months.length);
  const policy = new Float64Array(months.length);
  let [pace, prices, rate] = [0.3, 2.8, 4];
  for (const [month, start] of months.entries()) {
    const strain = Math.max(-0.5, Math.min(2, (turmoil.get(monthKey(start)) ?? 1) - 1));
    pace = 0.94 * pace + 0.27 * random.normal() - 0.16 * strain + 0.01;
    prices = 2.4 + 0.975 * (prices - 2.4) + 0.16 * random.normal() + 0.025 * pace;
    prices = Math.max(0.6, prices);
    if (decides.has(Number(start.slice(5, 7)))) {
      const wanted = 0.7 + prices + 0.5 * (prices - 2) + 0.75 * pace;
      const step = Math.max(-0.5, Math.min(0.5, Math.round((wanted - rate) * 0.35 * 4) / 4));
      rate = Math.max(0.25, rate + step);
    }
    growth[month] = pace;
    inflation[month] = prices;
    policy[month] = rate;
  }
  return { months, growth, inflation, policy };
}
