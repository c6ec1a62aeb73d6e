import { logReturns } from '../analytics/log-returns.ts';
import { simpleReturns } from '../analytics/simple-returns.ts';
import { align, pick } from '../series/align.ts';
import { once } from './memo.ts';
import type { Track } from './track.ts';

/** Two symbols on the sessions they have in common. Row i of every array belongs to `sessions[i]`. */
export interface PairTrack {
  readonly sessions: readonly string[];
  /** Adjusted closes of the first and of the second. */
  readonly first: () => Float64Array;
  readonly second: () => Float64Array;
  /** `Q = A_first / A_second`. */
  readonly ratio: () => Float64Array;
  /** Returns from one common session to the next. */
  readonly firstReturns: () => Float64Array;
  readonly secondReturns: () => Float64Array;
  readonly secondLogReturns: () => Float64Array;
}

function quotient(above: Float64Array, below: Float64Array): Float64Array {
  const ratio = new Float64Array(above.length);
  for (let t = 0; t < ratio.length; t++) ratio[t] = above[t]! / below[t]!;
  return ratio;
}

export function pairTrackOf(first: Track, second: Track): PairTrack {
  const alignment = align(first.bars.sessions, second.bars.sessions);
  const a = once(() => pick(first.adjusted, alignment.first));
  const b = once(() => pick(second.adjusted, alignment.second));
  return {
    sessions: alignment.sessions,
    first: a,
    second: b,
    ratio: once(() => quotient(a(), b())),
    firstReturns: once(() => simpleReturns(a())),
    secondReturns: once(() => simpleReturns(b())),
    secondLogReturns: once(() => logReturns(b())),
  };
}
