import { sessions as calendar, isCovered } from '../calendar/nyse.ts';
import type { Bars } from '../series/bars.ts';
import { firstOnOrAfter, lastOnOrBefore } from '../series/position.ts';

/**
 * The exchange's sessions on which a series has no bar though it had begun, among the last `count` up to and with a
 * session; ascending. A session after the newest bar is no hole: the series is late, which is said elsewhere.
 */
export function holesOf(
  { sessions }: Pick<Bars, 'sessions'>,
  session: string,
  count: number,
): readonly string[] {
  const first = sessions[0];
  const newest = sessions[lastOnOrBefore(sessions, session)];
  if (first === undefined || newest === undefined || !isCovered(newest)) return [];
  const end = lastOnOrBefore(calendar, session);
  const from = Math.max(end + 1 - count, firstOnOrAfter(calendar, first), 0);
  const to = lastOnOrBefore(calendar, newest);
  const holes: string[] = [];
  let row = firstOnOrAfter(sessions, calendar[from] ?? newest);
  for (let at = from; at <= to; at++) {
    const due = calendar[at]!;
    while (sessions[row] !== undefined && sessions[row]! < due) row += 1;
    if (sessions[row] !== due) holes.push(due);
  }
  return holes;
}
