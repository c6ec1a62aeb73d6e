import { wilsonInterval } from '../analytics/wilson-interval.ts';

/** What came after some sessions. */
export interface Followed {
  /** Sessions whose follower is known, and how many of these rose. */
  readonly n: number;
  readonly up: number;
  /** 95 % interval of the share that rose: Wilson (1927). */
  readonly low: number;
  readonly high: number;
  readonly mean: number | null;
}

/** @param returns of the sessions after, null where unknown */
export function followed(returns: readonly (number | null)[]): Followed {
  const known = returns.filter((one) => one !== null);
  const up = known.filter((one) => one > 0).length;
  const { low, high } =
    known.length === 0 ? { low: 0, high: 1 } : wilsonInterval(up / known.length, known.length);
  const mean = known.length === 0 ? null : known.reduce((sum, one) => sum + one, 0) / known.length;
  return { n: known.length, up, low, high, mean };
}
