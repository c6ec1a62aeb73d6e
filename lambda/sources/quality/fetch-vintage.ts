import type { Observations } from '../../series/observations.ts';

/**
 * A series with its fetch as a vintage: what a payload holds was known on the day it was fetched, whatever the lag
 * table says of later days. Earlier days stay with the lag table. A publisher's own vintages say more and are left.
 *
 * @param knownBy New York date of the fetch; undefined where the fetch proves nothing
 */
export function withFetchVintage(observations: Observations, knownBy: string | undefined): Observations {
  const { dates, values, vintages } = observations;
  if (knownBy === undefined || vintages !== undefined) return observations;
  return { ...observations, vintages: { from: dates.map(() => knownBy), dates, values } };
}
