/** Which side leads: the one that a score above zero means, the other, or none. */
export type RotationState = 'own' | 'other' | 'none';

const enter = 25;
const leave = 10;

/** The state after a score, given the state before it: entered at 25 of either sign, left inside 10. */
export function nextState(before: RotationState, score: number): RotationState {
  if (score >= enter) return 'own';
  if (score <= -enter) return 'other';
  const stays = (before === 'own' && score >= leave) || (before === 'other' && score <= -leave);
  return stays ? before : 'none';
}

export interface StateWalk {
  /** Null on a session without a score. */
  readonly states: readonly (RotationState | null)[];
  /** The session on which the state was entered; -1 before the first score. */
  readonly onsets: Int32Array;
  /** Sessions since the state was entered, with or without a score, its first counted as 1; 0 before the first score. */
  readonly ages: Int32Array;
  /** The state that it followed; null in the first of the history. */
  readonly previous: readonly (RotationState | null)[];
}

/**
 * Walks the whole history forward, since a state depends on the one before it. It begins without leadership. A
 * session without a score (NaN) does not change the state, whose age counts it.
 */
export function walkStates(scores: Float64Array): StateWalk {
  const states: (RotationState | null)[] = new Array(scores.length).fill(null);
  const previous: (RotationState | null)[] = [];
  const onsets = new Int32Array(scores.length);
  const ages = new Int32Array(scores.length);
  let state: RotationState | null = null;
  let before: RotationState | null = null;
  let onset = -1;
  for (let t = 0; t < scores.length; t++) {
    const score = scores[t]!;
    if (!Number.isNaN(score)) {
      const next = nextState(state ?? 'none', score);
      if (next !== state) {
        before = state;
        onset = t;
      }
      state = next;
      states[t] = state;
    }
    previous.push(before);
    onsets[t] = onset;
    ages[t] = onset < 0 ? 0 : t - onset + 1;
  }
  return { states, onsets, ages, previous };
}
