import { isLateFiling, isOldList } from '../../series/disclosure-age.ts';
import { type Filings, quartersOf } from '../../series/filings.ts';
import type { Holdings } from '../../series/holdings.ts';
import type { OptionsVolatility } from '../../series/options-volatility.ts';
import type { Freshness } from './freshness.ts';

/** Filings serve a session while their newest quarter filed by then is no older than it should be. */
export function assessFilings(filings: Filings, session: string): Freshness {
  const newest = quartersOf(filings, session).at(-1);
  if (newest === undefined) return { status: 'missing', notes: ['no quarter was filed by the session'] };
  return isLateFiling(newest.end, session)
    ? { status: 'stale', notes: [`the newest quarter ended on ${newest.end}`] }
    : { status: 'fresh', notes: [] };
}

/** A list of holdings serves the sessions from its own day on, for a few of them. */
export function assessHoldings({ asOf }: Holdings, session: string): Freshness {
  if (asOf > session) return { status: 'missing', notes: [`the list is of ${asOf}, after the session`] };
  return isOldList(asOf, session)
    ? { status: 'stale', notes: [`the list is of ${asOf}`] }
    : { status: 'fresh', notes: [] };
}

/** An implied volatility serves the session of its quote and no other: the next one has a newer. */
export const assessOptions = ({ asOf }: OptionsVolatility, session: string): Freshness =>
  asOf === session
    ? { status: 'fresh', notes: [] }
    : { status: 'missing', notes: [`the quote is of ${asOf}, not of the session`] };
