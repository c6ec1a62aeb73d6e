import { dateOfDayNumber, dayNumber } from '../calendar/civil.ts';
import { newestBusinessDayNumber } from '../calendar/federal-holidays.ts';
import type { Axis } from './axis.ts';
import { unknownFrom } from './newest-known.ts';
import type { Observations, Vintages } from './observations.ts';
import type { PublicationRule } from './publication.ts';

/** What was known of one series at the close of each session. */
export interface KnownPath {
  /** The value of the newest period known, in the publisher's units; NaN while nothing was. */
  readonly values: Float64Array;
  /** The period that the value is of, as days since 1970-01-01; NaN while nothing was known. */
  readonly periods: Float64Array;
}

/** Follows the vintages day by day and says, for each session, the newest period that has a value. */
function followVintages(
  vintages: Vintages,
  sessions: readonly string[],
  from: number,
  path: KnownPath,
): void {
  const current = new Map<string, number>();
  let newest = '';
  let row = 0;
  for (const [t, session] of sessions.entries()) {
    for (; row < vintages.from.length && vintages.from[row]! <= session; row++) {
      const period = vintages.dates[row]!;
      const value = vintages.values[row]!;
      if (Number.isNaN(value)) current.delete(period);
      else current.set(period, value);
      if (!Number.isNaN(value) && period > newest) newest = period;
      else if (period === newest && Number.isNaN(value)) newest = [...current.keys()].toSorted().at(-1) ?? '';
    }
    if (row === 0 || t < from) continue;
    path.values[t] = current.get(newest) ?? Number.NaN;
    path.periods[t] = newest === '' ? Number.NaN : dayNumber(newest);
  }
}

/**
 * The last value known at the close of each session, with its period: what a reader of that evening had, not what was
 * revised later. One pass over the series for a whole history.
 *
 * @param from index of the first session that is asked for; NaN before it
 */
export function knownPath(
  observations: Observations,
  publication: PublicationRule,
  { sessions, days }: Axis,
  from = 0,
): KnownPath {
  const { vintages, dates, values } = observations;
  const path = {
    values: new Float64Array(sessions.length).fill(Number.NaN),
    periods: new Float64Array(sessions.length).fill(Number.NaN),
  };
  let row = 0;
  let last = -1;
  for (let t = from; t < sessions.length; t++) {
    const unknown = unknownOn(sessions[t]!, days[t]!, publication);
    for (; row < dates.length && dates[row]! < unknown; row++) if (!Number.isNaN(values[row]!)) last = row;
    if (last < 0) continue;
    path.values[t] = values[last]!;
    path.periods[t] = dayNumber(dates[last]!);
  }
  if (vintages !== undefined && publication.lag.kind !== 'announced')
    followVintages(vintages, sessions, from, path);
  return path;
}

/** Where the unknown begins; of daily rates by number, since nearly every session is a business day. */
function unknownOn(session: string, day: number, publication: PublicationRule): string {
  if (publication.lag.kind !== 'next business day') return unknownFrom(session, publication);
  const newest = newestBusinessDayNumber(day);
  return newest === day ? session : dateOfDayNumber(newest);
}
