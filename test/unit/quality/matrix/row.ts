import { previousSession } from '../../../../lambda/calendar/nyse.ts';
import type { Funds } from '../../../support/four-funds.ts';

export const session = '2025-12-10';
export const now = '2025-12-11T02:00:00Z';
export const required = ['IWM', 'SPY', 'QQQ', 'TNA'];

/** One row of the gate’s matrix: a fault of prices, and what becomes of the run. */
export interface Row {
  readonly fault: string;
  readonly edit: (funds: Funds) => void;
  /** What a file of a symbol holds in place of the days as CSV; only files are tried with it. */
  readonly file?: (csv: string, symbol: string) => string;
  readonly exit: 0 | 2 | 3;
  /** What the refusal says, or what the front page says. */
  readonly says?: RegExp;
  readonly strip?: RegExp;
  /** Symbols that Cboe gives when only Yahoo is wrong; the row is not run live without it. */
  readonly cboe?: readonly string[];
  /** What live says where both are wrong, when that is something else than of files. */
  readonly everywhere?: { readonly exit: 0 | 2 | 3; readonly says: RegExp };
}

/** The session a given number of sessions before that of the run. */
export function dated(back: number): string {
  let date = session;
  for (let i = 0; i < back; i++) date = previousSession(date);
  return date;
}
