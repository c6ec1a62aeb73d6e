import type { Standpoint } from '../market-data/symbol-view.ts';
import type { Existing } from '../series/existing.ts';
import type { Window } from '../series/windows.ts';
import { type Absent, absent, tooShort } from './write.ts';

/*
 * What a window may read, by docs/methods/README.md. Points read their two sessions and no others; short
 * statistics (up to 252 sessions, ytd and 1y) every session of the window; long ones the last values that exist.
 */

const hole = ({ index, coverage, gap }: Standpoint, from: number): Absent | null => {
  const newest = coverage.newestHole[index]!;
  return newest >= from ? absent(gap(newest)) : null;
};

const tooYoung = ({ symbols: [subject, and] }: Standpoint, window: Window): Absent =>
  absent({ code: 'too-young', subject, ...(and === undefined ? {} : { and }), window });

/** Null when the last n sessions all have a bar, else why a statistic over them cannot be computed. */
export function lacksOne(at: Standpoint, n: number): Absent | null {
  const from = at.index - n + 1;
  const { first } = at.coverage;
  return from < first ? tooShort(n, at.index - first + 1) : hole(at, from);
}

/** Null when every session since the start of a window has a bar, the start's own included. */
export const lacksOneSince = (at: Standpoint, start: number, window: Window): Absent | null =>
  start < at.coverage.first ? tooYoung(at, window) : hole(at, start);

/** Null when the session that a window starts from has a bar; those in between are not read. */
export function lacksStart(at: Standpoint, start: number, window: Window): Absent | null {
  if (start < at.coverage.first) return tooYoung(at, window);
  return at.coverage.newestHole[start] === start ? absent(at.gap(start)) : null;
}

/** Null when the session n before has a bar; those in between are not read. */
export function lacksPoint({ index, coverage, gap }: Standpoint, n: number): Absent | null {
  const start = index - n;
  if (start < coverage.first) return tooShort(n + 1, index - coverage.first + 1);
  return coverage.newestHole[start] === start ? absent(gap(start)) : null;
}

/** The last n values that exist, or how many there are. */
export const lastOf = (
  values: Existing,
  { index }: Standpoint,
  n: number,
  of?: string,
): Float64Array | Absent => values.last(index, n) ?? tooShort(n, values.upTo(index), of);
