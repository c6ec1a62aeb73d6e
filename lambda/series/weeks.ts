import { addDays, weekday } from '../calendar/civil.ts';

/**
 * Rows of the last session of each ISO week (Monday to Sunday), oldest first, the newest being `end` itself: its
 * week counts to date. At most `count` weeks, fewer where the sessions do not reach back.
 */
export function weekEnds(sessions: readonly string[], end: number, count: number): Int32Array {
  const rows: number[] = [];
  let row = end;
  let monday = row < 0 ? '' : addDays(sessions[row]!, 1 - weekday(sessions[row]!));
  while (row >= 0 && rows.length < count) {
    rows.push(row);
    while (row >= 0 && sessions[row]! >= monday) row--;
    // A week without any session is no point of the path: the one before it is the next.
    while (row >= 0 && sessions[row]! < monday) monday = addDays(monday, -7);
  }
  return Int32Array.from(rows.reverse());
}
