import { type RotationPath, rotationMap } from '../analytics/rotation-map.ts';
import type { Axis } from '../series/axis.ts';
import { bothCovered, type Coverage } from '../series/coverage.ts';
import { type Existing, existingOf } from '../series/existing.ts';
import { once } from './memo.ts';
import type { PriceHistory } from './price-history.ts';

/** Two symbols session by session: a session counts when both have a bar. */
export interface PairHistory {
  readonly coverage: Coverage;
  /** `Q = A_first / A_second`. */
  readonly ratio: () => Float64Array;
  /** The ratios that exist. */
  readonly ratios: () => Existing;
  /** The pair's place on the rotation map. */
  readonly map: () => RotationPath;
}

export function pairHistoryOf({ days }: Axis, first: PriceHistory, second: PriceHistory): PairHistory {
  const coverage = bothCovered(first.coverage, second.coverage);
  const ratio = once(() => {
    const { length } = first.adjusted;
    const column = new Float64Array(length).fill(Number.NaN, 0, coverage.first);
    for (let t = coverage.first; t < length; t++) column[t] = first.adjusted[t]! / second.adjusted[t]!;
    return column;
  });
  return {
    coverage,
    ratio,
    ratios: once(() => existingOf(ratio())),
    map: once(() => rotationMap(ratio(), days)),
  };
}
