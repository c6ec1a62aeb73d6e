import type { Observations } from './observations.ts';
import { type PublicationDay, type PublicationRule, publicationDay } from './publication.ts';

/**
 * Since when a period's value is known, for a session by whose evening it was published: the day of its first vintage where
 * vintages reach back before it, otherwise the day of publication or the usual one. What a fetch of the session's own
 * evening holds before its usual day was known on that evening.
 */
export function knownSince(
  observations: Observations,
  publication: PublicationRule,
  period: string,
  session: string,
): PublicationDay {
  const { vintages } = observations;
  const day = publicationDay(period, publication);
  if (vintages === undefined || publication.lag.kind === 'announced') return noLater(day, session);
  const row = vintages.dates.findIndex((date, i) => date === period && !Number.isNaN(vintages.values[i]));
  const first = row < 0 ? undefined : vintages.from[row];
  if (first === undefined) return noLater(day, session);
  // A period of the very first vintage may have been known long before it, but not after it.
  if (first !== vintages.from[0]) return { day: first, kind: 'published' };
  return noLater(day, first < session ? first : session);
}

/** A usual day that lies after one on which the value was at hand gives way to it. */
const noLater = ({ day, kind }: PublicationDay, proof: string): PublicationDay =>
  day <= proof ? { day, kind } : { day: proof, kind: 'published' };
