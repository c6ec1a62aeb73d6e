export type RotationState = 'small-cap leadership' | 'large-cap leadership' | 'no clear leadership';

const enter = 25;
const leave = 10;

/** The state after a score, given the state before it: entered at 25 of either sign, left inside 10. */
export function nextState(before: RotationState, score: number): RotationState {
  if (score >= enter) return 'small-cap leadership';
  if (score <= -enter) return 'large-cap leadership';
  const stays =
    (before === 'small-cap leadership' && score >= leave) ||
    (before === 'large-cap leadership' && score <= -leave);
  return stays ? before : 'no clear leadership';
}

/** State and age at every session with a score; null and 0 where there is none. */
export interface StateWalk {
  readonly states: readonly (RotationState | null)[];
  /** Sessions with a score since the state was entered, its first counted as 1. */
  readonly ages: Int32Array;
}

/**
 * Walks the whole history forward, since a state depends on the one before it. It begins without leadership. A
 * session without a score (NaN) neither changes the state nor ages it.
 */
export function walkStates(scores: Float64Array): StateWalk {
  const states: (RotationState | null)[] = new Array(scores.length).fill(null);
  const ages = new Int32Array(scores.length);
  let state: RotationState = 'no clear leadership';
  let age = 0;
  for (let t = 0; t < scores.length; t++) {
    const score = scores[t]!;
    if (Number.isNaN(score)) continue;
    const next = nextState(state, score);
    age = next === state ? age + 1 : 1;
    state = next;
    states[t] = state;
    ages[t] = age;
  }
  return { states, ages };
}
