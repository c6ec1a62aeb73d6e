import { isEarlyClose } from '../calendar/nyse.ts';
import type { Bars } from '../series/bars.ts';
import { positionOf } from '../series/position.ts';

/** Sessions before, whose median is the usual volume. */
const window = 21;

/** Below this share of the usual volume a session is thin, or its bar is not complete. */
export const thinShare = 0.5;

/** A session that closes at 13:00 has three and a half hours of six and a half. */
const earlyShare = 3.5 / 6.5;

/**
 * The session's volume as a share of the median of the 21 sessions before, when that is under a half (of what an early
 * close leaves of a day); null otherwise, and where volumes are not known.
 */
export function thinVolume({ sessions, volume }: Bars, session: string): number | null {
  const row = positionOf(sessions, session);
  if (volume === null || row < window) return null;
  const usual = volume.slice(row - window, row).sort()[(window - 1) / 2]!;
  const share = volume[row]! / usual;
  return share < thinShare * (isEarlyClose(session) ? earlyShare : 1) ? share : null;
}
