import { isLateFiling, isLateShares, isOldList } from '../../series/disclosure-age.ts';
import { type Filings, newestOwnQuarter, quartersOf } from '../../series/filings.ts';
import type { FundsFuture } from '../../series/funds-future.ts';
import type { OptionsVolatility } from '../../series/options-volatility.ts';
import type { Freshness } from './freshness.ts';

/** Filings serve a session while their newest quarter filed by then is no older than it should be. */
export function assessFilings(
  kind: 'filings' | 'income' | 'shares',
  filings: Filings,
  session: string,
): Freshness {
  const ofShares = kind === 'shares';
  const newest = ofShares
    ? newestOwnQuarter(filings, session)
    : quartersOf(filings, session, kind === 'income').at(-1);
  if (newest === undefined) return { status: 'missing', notes: [{ code: 'none-filed' }] };
  return (ofShares ? isLateShares : isLateFiling)(newest.end, session)
    ? { status: 'stale', notes: [{ code: 'quarter-ended', end: newest.end }] }
    : { status: 'fresh', notes: [] };
}

/** What a publisher says of a fund on one day serves the sessions from that day on, for a few of them. */
export function assessList({ asOf }: { readonly asOf: string }, session: string): Freshness {
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

/** A contract serves the session that it has a price of. */
export const assessFuture = ({ sessions }: FundsFuture, session: string): Freshness =>
  sessions.includes(session)
    ? { status: 'fresh', notes: [] }
    : { status: 'missing', notes: [{ code: 'session-absent' }] };
