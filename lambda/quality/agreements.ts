import type { Edition } from '../editions/edition.ts';
import type { Flag } from '../series/flag.ts';
import type { Observations } from '../series/observations.ts';
import { lastOnOrBefore, positionOf } from '../series/position.ts';

/**
 * What the edition's macro series say of each other: a series that is the difference of two others must be it, on the
 * newest day up to the session that all three have. The series is kept: any of the three may be the wrong one.
 */
export function macroDisagreements(
  { differences }: Edition,
  session: string,
  macro: ReadonlyMap<string, Observations>,
): Flag[] {
  return differences.flatMap(({ series, first, less, within }) => {
    const all = [series, first, less].map((name) => macro.get(name));
    const [whole] = all;
    if (whole === undefined) return [];
    for (let row = lastOnOrBefore(whole.dates, session); row >= 0; row--) {
      const date = whole.dates[row]!;
      const [value, a, b] = all.map((one) => valueOn(one, date));
      if (value === undefined || a === undefined || b === undefined) continue;
      const apart = value - (a - b);
      if (Math.abs(apart) <= within + rounding) return [];
      const text = `${series} of ${date} is ${value}, and ${first} less ${less} is ${(a - b).toFixed(2)}: one of the three is wrong or in another unit`;
      return [
        {
          subject: `macro:${series}`,
          code: 'series-disagree',
          text,
          sessions: [date],
          value: apart,
        } as const,
      ];
    }
    return [];
  });
}

/** Binary fractions of values in hundredths. */
const rounding = 1e-9;

function valueOn(observations: Observations | undefined, date: string): number | undefined {
  if (observations === undefined) return undefined;
  const row = positionOf(observations.dates, date);
  const value = row < 0 ? Number.NaN : observations.values[row]!;
  return Number.isNaN(value) ? undefined : value;
}
