import { type Publication, unknownFrom } from './newest-known.ts';
import type { Observations, Vintages } from './observations.ts';

/** Follows the vintages day by day and says, for each session, the value of the newest period that has one. */
function followVintages(vintages: Vintages, sessions: readonly string[], path: Float64Array): void {
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
    if (row > 0) path[t] = current.get(newest) ?? Number.NaN;
  }
}

/**
 * The last value known at the close of each session, NaN where there was none yet. Each element is what a reader
 * of that evening had, not what was revised later.
 */
export function knownPath(
  observations: Observations,
  publication: Publication,
  sessions: readonly string[],
): Float64Array {
  const { vintages, dates, values } = observations;
  const path = new Float64Array(sessions.length);
  let row = 0;
  let last = Number.NaN;
  for (let t = 0; t < sessions.length; t++) {
    const unknown = unknownFrom(sessions[t]!, publication);
    for (; row < dates.length && dates[row]! < unknown; row++)
      if (!Number.isNaN(values[row]!)) last = values[row]!;
    path[t] = last;
  }
  if (vintages !== undefined) followVintages(vintages, sessions, path);
  return path;
}
