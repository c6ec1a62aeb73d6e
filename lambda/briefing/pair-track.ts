import { logReturns } from '../analytics/log-returns.ts';
import { simpleReturns } from '../analytics/simple-returns.ts';
import { align } from '../series/align.ts';
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

const pick = (track: Track, rows: Int32Array): Float64Array =>
  Float64Array.from(rows, (row) => track.adjusted[row] ?? Number.NaN);

export function pairTrackOf(first: Track, second: Track): PairTrack {
  const alignment = align(first.bars.sessions, second.bars.sessions);
  const a = once(() => pick(first, alignment.first));
  const b = once(() => pick(second, alignment.second));
  return {
    sessions: alignment.sessions,
    first: a,
    second: b,
    ratio: once(() => a().map((price, t) => price / b()[t]!)),
    firstReturns: once(() => simpleReturns(a())),
    secondReturns: once(() => simpleReturns(b())),
    secondLogReturns: once(() => logReturns(b())),
  };
}
