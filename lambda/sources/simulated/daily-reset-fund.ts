import { calendarDays } from './days.ts';

export interface DailyReset {
  /** Multiple of the underlying's return that the fund resets to every day. */
  readonly beta: number;
  /** Expense ratio, fraction a year. */
  readonly expenseRatio: number;
  /** Part of the exposure that is held in shares and so needs no swap, in multiples of the fund's assets. */
  readonly held: number;
}

/** What swap counterparties charge over the short rate, fraction a year. */
export const swapSpread = 0.004;

/**
 * Daily total returns (simple) of a fund that resets its exposure at every close:
 * `r = beta u - (beta - 1) f d/360 - |beta - held| s d/360 - phi d/365`, with u the underlying's total return, f the
 * short rate, s the swap spread, phi the expense ratio and d the calendar days since the session before.
 *
 * An inverse fund earns interest: on its own assets and on what it sold short.
 *
 * @param underlying simple total returns
 * @param shortRate fraction a year, at the close before
 */
export function dailyResetReturns(
  { beta, expenseRatio, held }: DailyReset,
  underlying: Float64Array,
  shortRate: Float64Array,
): Float64Array {
  return underlying.map((move, day) => {
    if (day === 0) return 0;
    const elapsed = calendarDays[day]!;
    const financing = ((beta - 1) * shortRate[day - 1]! * elapsed) / 360;
    const swaps = (Math.abs(beta - held) * swapSpread * elapsed) / 360;
    return beta * move - financing - swaps - (expenseRatio * elapsed) / 365;
  });
}
