import { sessionsBetween } from '../../lambda/calendar/nyse.ts';

/** A fund's days as they were: closes in whole cents, and what it paid. */
export interface PayingFund {
  readonly sessions: readonly string[];
  readonly close: readonly number[];
  readonly dividends: readonly number[];
  /** Adjusted closes by definition: of the newest row the close, before each dividend d times 1 − d / close before. */
  readonly adjusted: readonly number[];
}

/** A fund that goes up and down by rule and pays about a quarter of a percent in March, June, September and December. */
export function payingFund(from: string, through: string): PayingFund {
  const sessions = sessionsBetween(from, through);
  let price = 240;
  const close = sessions.map((_, day) => {
    price *= 1 + 0.004 * Math.sin(day * 0.7) + 0.006 * Math.cos(day * day);
    return Number(price.toFixed(2));
  });
  const dividends = sessions.map((session, day) => {
    const pays = /-(03|06|09|12)-/.test(session) && session.slice(0, 7) !== sessions[day - 1]?.slice(0, 7);
    return pays && day > 0 ? Number((close[day]! * (0.002 + 0.0001 * (day % 11))).toFixed(3)) : 0;
  });
  return { sessions, close, dividends, adjusted: adjustedOf(close, dividends) };
}

/** Adjusted closes of closes and dividends. */
export function adjustedOf(close: readonly number[], dividends: readonly number[]): number[] {
  let factor = 1;
  const adjusted: number[] = [];
  for (let day = close.length - 1; day >= 0; day--) {
    adjusted[day] = Number((close[day]! * factor).toFixed(6));
    if (day > 0) factor *= 1 - dividends[day]! / close[day - 1]!;
  }
  return adjusted;
}
