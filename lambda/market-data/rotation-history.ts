import { change } from '../analytics/change.ts';
import { forwardCorrelation } from '../analytics/forward-correlation.ts';
import { rollingZ } from '../analytics/rolling-z.ts';
import { rotationScores, scoreComponents } from '../analytics/rotation-score.ts';
import { walkStates } from '../analytics/rotation-state.ts';
import { overExisting } from '../series/existing.ts';
import { freshPath } from '../series/fresh-path.ts';
import { scoreWindow } from '../series/windows.ts';
import { memo, once } from './memo.ts';
import type { PairHistory } from './pair-history.ts';
import type { Panel } from './panel.ts';
import type { RotationHistory } from './rotation-columns.ts';

/** Two of the five years that a component is measured against are needed. */
export const zNeeds = 504;
const quarter = 63;
const momentumSpans = [21, quarter, 126] as const;
/** Calendar days by which the newest credit spread may be older than the newest that can be known. */
export const creditMayLag = 7;

export function rotationHistoryOf(panel: Panel): RotationHistory {
  const { axis } = panel;
  const { momentum, megacap, breadth, credit: spread } = panel.edition.score;
  const begin = panel.history(momentum.pair[0]).coverage.first;
  /** Against the same statistic's own last values that exist, those before the score's history left out. */
  const z = (values: Float64Array) => overExisting(values, (dense) => rollingZ(dense, scoreWindow, zNeeds));
  const pair = ([first, second]: readonly [string, string]): PairHistory =>
    panel.pair(panel.history(first), panel.history(second));
  const since = (values: Float64Array) => values.fill(Number.NaN, 0, begin);
  const logRatios = memo((of: readonly [string, string]) => since(pair(of).ratio().map(Math.log)));
  const moved = (of: readonly [string, string], n: number) => z(change(logRatios(of), n));

  const [month, threeMonths, sixMonths] = momentumSpans.map((n) => moved(momentum.pair, n)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const credit = () => {
    const observations = panel.macro.get(spread.series);
    const spec = panel.macroSpec(spread.series);
    if (observations === undefined || spec === undefined) return month.slice().fill(Number.NaN);
    const spreads = freshPath(observations, spec, axis, begin, creditMayLag);
    return z(change(spreads, quarter).map((rise) => -rise));
  };
  const components = {
    momentum: month.map((value, t) => (value + threeMonths[t]! + sixMonths[t]!) / 3),
    megacap: moved(megacap.pair, quarter),
    breadth: moved(breadth.pair, quarter),
    credit: credit(),
  };
  const scores = rotationScores(components);
  const firsts = once(() =>
    scoreComponents.map((name) => components[name].findIndex((value) => !Number.isNaN(value))),
  );
  return {
    components,
    scores,
    lacking: (index) => scoreComponents.filter((_, at) => firsts()[at] === -1 || firsts()[at]! > index),
    walk: once(() => walkStates(scores)),
    record: memo((horizon: number) => forwardCorrelation(scores, logRatios(momentum.pair), horizon)),
  };
}
