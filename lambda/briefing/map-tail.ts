import { mapWeeks, rotationMap } from '../analytics/rotation-map.ts';
import { weekEnds } from '../series/weeks.ts';
import type { PairView } from './pair-view.ts';

/** The last weeks of a pair's path on the rotation map, oldest first; NaN where the data does not reach. */
export interface MapTail {
  /** Last session of each week, the newest the view's own. */
  readonly sessions: readonly string[];
  readonly ratio: Float64Array;
  readonly momentum: Float64Array;
}

/** @param weeks how many points are wanted; fewer come back where the pair has fewer weeks */
export function mapTail({ track, index }: PairView, weeks: number): MapTail {
  // One week's momentum needs fourteen changes of the ratio, and each ratio fourteen weeks.
  const rows = weekEnds(track.sessions, index, weeks + 2 * mapWeeks - 1);
  const ratio = track.ratio();
  const path = rotationMap(Float64Array.from(rows, (row) => ratio[row]!));
  const from = Math.max(0, rows.length - weeks);
  return {
    sessions: [...rows.subarray(from)].map((row) => track.sessions[row]!),
    ratio: path.ratio.subarray(from),
    momentum: path.momentum.subarray(from),
  };
}
