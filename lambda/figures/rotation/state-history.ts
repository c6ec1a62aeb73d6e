import type { SessionView } from '../../market-data/session-view.ts';
import type { FigureBook } from '../book.ts';
import { absent, figureBasis, write } from '../write.ts';

/**
 * Where the present state came from: `rotation.onset`, its first session, and `rotation.previous`, the state before it.
 */
export function stateHistory({ panel, index, edition }: SessionView, book: FigureBook): void {
  const { onsets, previous } = panel.rotation().walk();
  const basis = figureBasis(book, 'rotation.state');
  write(
    book,
    'rotation.onset',
    { unit: 'date', method: 'state onset' },
    basis,
    () => panel.axis.sessions[onsets[index]!] ?? absent({ code: 'no-state' }),
  );
  write(book, 'rotation.previous', { unit: 'word', method: 'state before' }, basis, () => {
    const before = previous[index] ?? null;
    return before === null ? absent({ code: 'first-state' }) : edition.states[before];
  });
}
