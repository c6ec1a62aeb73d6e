import { fall } from '../analytics/fall.ts';
import { logChange } from '../analytics/log-change.ts';
import { rollingZ } from '../analytics/rolling-z.ts';
import { rotationScore, type ScoreComponent } from '../analytics/rotation-score.ts';
import { type StateWalk, walkStates } from '../analytics/rotation-state.ts';
import { align } from '../series/align.ts';
import { knownPath } from '../series/known-path.ts';
import { once } from './memo.ts';
import type { PairTrack } from './pair-track.ts';
import type { Panel } from './panel.ts';

/** What each component of the score is read from. */
export const scorePairs = {
  momentum: ['IWM', 'SPY'],
  megacap: ['IWM', 'QQQ'],
  breadth: ['RSP', 'SPY'],
} as const;
export const scoreSeries = { credit: 'BAA10Y', policy: 'DGS2' } as const;

/** A component is measured against its own last five years, and needs two of them. */
export const zWindow = 1260;
export const zNeeds = 504;
const quarter = 63;

/**
 * The rotation score over the whole history, on the sessions that IWM and SPY have in common. Element t of every
 * array rests on what was known at the close of session t; absent values are NaN.
 */
export interface RotationHistory {
  readonly sessions: readonly string[];
  readonly components: Readonly<Record<ScoreComponent, Float64Array>>;
  readonly scores: Float64Array;
  readonly walk: StateWalk;
  /** Log of Q(IWM:SPY), whose changes the score's record is measured against. */
  readonly logRatio: () => Float64Array;
}

const z = (values: Float64Array): Float64Array => rollingZ(values, zWindow, zNeeds);

/** Brings an array of one pair's sessions to another's; NaN where a session is not among them. */
function onSessions(sessions: readonly string[], own: readonly string[], values: Float64Array): Float64Array {
  const { first, second } = align(sessions, own);
  const result = new Float64Array(sessions.length).fill(Number.NaN);
  for (let i = 0; i < first.length; i++) result[first[i]!] = values[second[i]!]!;
  return result;
}

export function rotationHistoryOf(panel: Panel): RotationHistory {
  const pair = ([first, second]: readonly [string, string]): PairTrack =>
    panel.pairTrack(panel.track(first), panel.track(second));
  const smallAgainstLarge = pair(scorePairs.momentum);
  const { sessions } = smallAgainstLarge;

  const [month, threeMonths, sixMonths] = [21, quarter, 126].map((n) =>
    z(logChange(smallAgainstLarge.ratio(), n)),
  ) as [Float64Array, Float64Array, Float64Array];
  const ofPair = ({ sessions: own, ratio }: PairTrack) =>
    onSessions(sessions, own, z(logChange(ratio(), quarter)));
  const ofSeries = (series: string) => {
    const observations = panel.macro.get(series);
    const spec = panel.macroSpec(series);
    if (observations === undefined || spec === undefined)
      return new Float64Array(sessions.length).fill(Number.NaN);
    return z(fall(knownPath(observations, spec, sessions).values, quarter));
  };

  const components = {
    momentum: month.map((value, t) => (value + threeMonths[t]! + sixMonths[t]!) / 3),
    megacap: ofPair(pair(scorePairs.megacap)),
    breadth: ofPair(pair(scorePairs.breadth)),
    credit: ofSeries(scoreSeries.credit),
    policy: ofSeries(scoreSeries.policy),
  };
  const scores = components.momentum.map((momentum, t) =>
    rotationScore({
      momentum,
      megacap: components.megacap[t]!,
      breadth: components.breadth[t]!,
      credit: components.credit[t]!,
      policy: components.policy[t]!,
    }),
  );
  return {
    sessions,
    components,
    scores,
    walk: walkStates(scores),
    logRatio: once(() => smallAgainstLarge.ratio().map(Math.log)),
  };
}
