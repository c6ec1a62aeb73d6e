import { quarterOf } from '../../catalogue/history.ts';
import type { ArchiveIndex } from '../../catalogue/years.ts';

const all = ['q4', 'q3', 'q2', 'q1'] as const;

/** The quarters from a year's first session to its last, newest first: asking for others would fail. */
export function quartersThere(years: ArchiveIndex['years']): readonly string[] {
  return years.flatMap(({ year, first, last }) =>
    all
      .map((quarter) => `${year}-${quarter}`)
      .filter((quarter) => quarterOf(first) <= quarter && quarter <= quarterOf(last)),
  );
}
