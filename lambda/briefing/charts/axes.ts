import { addDays } from '../../calendar/civil.ts';
import { sessionsBetween } from '../../calendar/nyse.ts';
import type { SessionView } from '../view.ts';
import type { SeriesRegistry } from './registry.ts';

/** Shared time axes: the exchange's sessions up to the briefing's, whether or not every series has a bar on each. */
const lengths = {
  /** A sparkline: a quarter. */
  quarter: 63,
  /** A year and its first session. */
  '1y': 253,
  /** Two years and their first session. */
  '2y': 505,
} as const;

export type AxisId = keyof typeof lengths;

/** Registers a shared axis and returns its dates. */
export function sessionAxis(series: SeriesRegistry, view: SessionView, id: AxisId): readonly string[] {
  const dates = lastSessions(view.session, lengths[id]);
  series.axis(id, dates);
  return dates;
}

/** The last n sessions up to one, itself included. */
export function lastSessions(session: string, n: number): readonly string[] {
  const days = Math.ceil(n * 1.6) + 14;
  return sessionsBetween(addDays(session, -days), session).slice(-n);
}

/**
 * Values of a history on the dates of an axis: NaN on a date that the history does not have. Both ascending.
 *
 * @param length how much of the history is known on the session; what lies behind it is not looked at
 */
export function onAxis(
  axis: readonly string[],
  sessions: readonly string[],
  values: ArrayLike<number>,
  length: number,
): Float64Array {
  const drawn = new Float64Array(axis.length).fill(Number.NaN);
  let row = length - 1;
  for (let i = axis.length - 1; i >= 0 && row >= 0; i--) {
    while (row >= 0 && sessions[row]! > axis[i]!) row--;
    if (row >= 0 && sessions[row] === axis[i]) drawn[i] = values[row]!;
  }
  return drawn;
}

/** Values over the first one that is there, times 100. */
export function rebased(
  values: Float64Array,
  base = values.find((value) => !Number.isNaN(value)),
): Float64Array {
  return base === undefined ? values : values.map((value) => (100 * value) / base);
}
