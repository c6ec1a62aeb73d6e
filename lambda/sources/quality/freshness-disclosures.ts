import { isLateFiling, isOldList } from '../../series/disclosure-age.ts';
import { type Filings, quartersOf } from '../../series/filings.ts';
import type { Holdings } from '../../series/holdings.ts';
import type { OptionsVolatility } from '../../series/options-volatility.ts';
import type { Freshness } from './freshness.ts';

/** Filings serve a session while their newest quarter filed by then is no older than it should be. */
export function assessFilings(filings: Filings, session: string): Freshness {
  const newest = quartersOf(filings, session).at(-1);
  if (newest === undefined) return { status: 'missing', notes: [{ code: 'none-filed' }] };
  return isLateFiling(newest.end, session)
    ? { status: 'stale', notes: [{ code: 'quarter-ended', end: newest.end }] }
    : { status: 'fresh', notes: [] };
}

/** A list of holdings serves the sessions from its own day on, for a few of them. */
export function assessHoldings({ asOf }: Holdings, session: string): Freshness {
  if (asOf > session) return { status: 'missing', notes: [{ code: 'list-of', date: asOf, isLater: true }] };
  return isOldList(asOf, session)
    ? { status: 'stale', notes: [{ code: 'list-of', date: asOf, isLater: false }] }
    : { status: 'fresh', notes: [] };
}

/** An implied volatility serves the session of its quote and no other: the next one has a newer. */
export const assessOptions = ({ asOf }: OptionsVolatility, session: string): Freshness =>
  asOf === session
    ? { status: 'fresh', notes: [] }
    : { status: 'missing', notes: [{ code: 'quote-of', date: asOf }] };
