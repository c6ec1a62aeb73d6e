import type { Reconstitution } from '../editions/edition.ts';
import { nthWeekday, yearOf } from './civil.ts';

/** Days after whose close the indices are reconstituted, after one date up to another, in their order. */
export function reconstitutions({ days }: Reconstitution, after: string, until: string): readonly string[] {
  const first = yearOf(after);
  const years = Array.from({ length: yearOf(until) - first + 1 }, (_, i) => first + i);
  return years
    .flatMap((year) =>
      days
        .filter(({ from }) => year >= from)
        .map(({ month, weekday, nth }) => nthWeekday(year, month, weekday, nth)),
    )
    .filter((day) => day > after && day <= until)
    .toSorted();
}
