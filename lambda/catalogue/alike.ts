import { sampleDeviation } from '../analytics/standard-deviation.ts';
import { nextSession } from '../calendar/nyse.ts';
import type { RecordEntry } from './record.ts';

/** A session like another one. */
export interface Alike {
  readonly session: string;
  /** Root of the mean square of the six differences, each in standard deviations. */
  readonly distance: number;
  /** The underlying's return on the session after, where it is known. */
  readonly next: number | null;
}

/** What sessions are compared by, in the order of `RecordEntry.like`. */
const sixFigures = [
  'the rotation score',
  'the excess return of 21 sessions',
  'the distance to the 200-session average',
  'the volatility of 21 sessions',
  'the volatility index of the large companies',
  'the fall since the high',
] as const;

/** "a, b, and c". */
const listed = (names: readonly string[]): string => new Intl.ListFormat('en').format(names);

export const comparedBy = listed(sixFigures);

/** Sessions between two that are counted as separate cases: the likest ones are otherwise the days around one. */
export const apart = 21;

/**
 * The sessions before one that are most like it, nearest first: Euclidean distance over six figures, each by its deviation
 * over those sessions, at least {@link apart} sessions from it and from each other. Only what was known on the session is
 * looked at, and only sessions whose follower was known by then. Where the exchange's next session was not published, what
 * followed is unknown.
 * @param records of one kind, in any order
 */
export function alikeTo(session: string, records: readonly RecordEntry[], most = 10): readonly Alike[] {
  const by = new Map(records.map((one) => [one.session, one]));
  const line = records.toSorted((a, b) => (a.session < b.session ? -1 : 1));
  const at = line.findIndex((one) => one.session === session);
  const of = line[at];
  if (of === undefined || of.like.some((value) => value === null)) return [];
  const past = line
    .slice(0, Math.max(0, at - apart + 1))
    .map((one, index) => ({ one, index }))
    .filter(({ one }) => one.like.length === of.like.length && one.like.every((value) => value !== null));
  if (past.length < 2) return [];
  const scales = of.like.map((_, k) => sampleDeviation(Float64Array.from(past, ({ one }) => one.like[k]!)));
  const near = past
    .map(({ one, index }) => ({ index, session: one.session, distance: distance(one.like, of.like, scales) }))
    .sort((a, b) => a.distance - b.distance || b.index - a.index);
  const chosen: typeof near = [];
  for (const one of near) {
    if (chosen.length === most) break;
    if (chosen.every(({ index }) => Math.abs(index - one.index) >= apart)) chosen.push(one);
  }
  return chosen.map(({ session: date, distance: far }) => ({
    session: date,
    distance: far,
    next: by.get(nextSession(date))?.moved ?? null,
  }));
}

/** Why {@link alikeTo} finds none, as a sentence. */
export function whyNoneAlike(session: string, records: readonly RecordEntry[]): string {
  const of = records.find((one) => one.session === session);
  if (of === undefined) return 'The archive has no briefing of this session.';
  const missing = sixFigures.filter((_, index) => of.like[index] === null);
  if (missing.length > 0)
    return `Sessions are compared by six figures, and this one lacks ${listed(missing)}.`;
  return `The archive has fewer than two sessions with all six figures that lie at least ${apart} sessions before this one.`;
}

function distance(
  a: readonly (number | null)[],
  b: readonly (number | null)[],
  scales: readonly number[],
): number {
  const squares = scales.map((scale, k) => (scale === 0 ? 0 : ((a[k]! - b[k]!) / scale) ** 2));
  return Math.sqrt(squares.reduce((sum, one) => sum + one, 0) / scales.length);
}
