import type { RotationState } from '../../analytics/rotation-state.ts';
import { positionOf } from '../../series/position.ts';
import type { FigureBook } from '../book.ts';
import type { SessionView } from '../view.ts';
import { absent, figureBasis, type Outcome, write } from './write.ts';

/**
 * Where the present leadership came from: `rotation.onset`, its first session, and `rotation.previous`, the
 * leadership before it (the last one there was, when none is clear now).
 */
export function stateHistory(view: SessionView, book: FigureBook): void {
  const { sessions, walk } = view.panel.rotation();
  const row = positionOf(sessions, view.session);
  const basis = figureBasis(book, 'rotation.state');
  const now = walk.states[row] ?? null;
  const onset = onsetRow(walk.states, row);
  write(book, 'rotation.onset', { unit: 'date', method: 'state onset' }, basis, () =>
    now === null || onset < 0 ? absent('no state to have begun') : sessions[onset]!,
  );
  write(book, 'rotation.previous', { unit: 'word', method: 'state before' }, basis, () =>
    before(walk.states, onset),
  );
}

/** The row at which the state of `row` was entered; -1 without a state. Rows without a score lie within. */
function onsetRow(states: readonly (RotationState | null)[], row: number): number {
  const state = states[row] ?? null;
  if (state === null) return -1;
  let onset = row;
  for (let t = row - 1; t >= 0; t--) {
    const earlier = states[t]!;
    if (earlier === state) onset = t;
    else if (earlier !== null) break;
  }
  return onset;
}

/** The last state before `onset`. */
function before(states: readonly (RotationState | null)[], onset: number): Outcome {
  for (let t = onset - 1; t >= 0; t--) {
    const earlier = states[t]!;
    if (earlier !== null) return earlier;
  }
  return absent('the first state of the data');
}
