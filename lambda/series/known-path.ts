import { unknownFrom } from './newest-known.ts';
import type { Observations, Vintages } from './observations.ts';
import type { Publication } from './publication.ts';

/** What was known of one series at the close of each of some sessions. */
export interface KnownPath {
  /** The value of the newest period known, in the publisher's units; NaN while nothing was. */
  readonly values: Float64Array;
  /** The period that the value is of; empty while nothing was known. */
  readonly periods: readonly string[];
}

/** Follows the vintages day by day and says, for each session, the newest period that has a value. */
function followVintages(
  vintages: Vintages,
  sessions: readonly string[],
  path: { values: Float64Array; periods: string[] },
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
    if (row === 0) continue;
    path.values[t] = current.get(newest) ?? Number.NaN;
    path.periods[t] = newest;
  }
}

/**
 * The last value known at the close of each session, with its period: what a reader of that evening had, not what was
 * revised later. One pass over the series for a whole history.
 *
 * @param sessions ascending
 */
export function knownPath(
  observations: Observations,
  publication: Publication,
  sessions: readonly string[],
): KnownPath {
  const { vintages, dates, values } = observations;
  const path = { values: new Float64Array(sessions.length), periods: new Array<string>(sessions.length) };
  let row = 0;
  let last = -1;
  for (let t = 0; t < sessions.length; t++) {
    const unknown = unknownFrom(sessions[t]!, publication);
    for (; row < dates.length && dates[row]! < unknown; row++) if (!Number.isNaN(values[row]!)) last = row;
    path.values[t] = last < 0 ? Number.NaN : values[last]!;
    path.periods[t] = last < 0 ? '' : dates[last]!;
  }
  if (vintages !== undefined && publication.lag.kind !== 'announced')
    followVintages(vintages, sessions, path);
  return path;
}
