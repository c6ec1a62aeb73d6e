import { sessions as calendar, lastSessionIndex } from '../../calendar/nyse.ts';
import type { SessionView } from '../../market-data/session-view.ts';
import type { SeriesRegistry } from '../series-registry.ts';

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
  const end = lastSessionIndex(session) + 1;
  return calendar.slice(Math.max(0, end - n), end);
}

/** The values of a column on the last n sessions up to an index; NaN where it does not reach back. */
export function lastValues(column: Float64Array, index: number, n: number): Float64Array {
  const drawn = new Float64Array(n).fill(Number.NaN);
  const known = column.subarray(Math.max(0, index + 1 - n), index + 1);
  drawn.set(known, n - known.length);
  return drawn;
}

/** Values over the first one that is there, times 100. */
export function rebased(
  values: Float64Array,
  base = values.find((value) => !Number.isNaN(value)),
): Float64Array {
  return base === undefined ? values : values.map((value) => (100 * value) / base);
}
