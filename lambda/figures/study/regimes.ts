import type { SessionView } from '../../market-data/session-view.ts';
import type { FigureBook } from '../book.ts';
import { absent, write } from '../write.ts';
import { stayNames, staysOfPanel } from './stays.ts';

/**
 * Whether the index fund is within a stay beyond a limit, `regime.IWM.NAME`: `inside` or `outside`, by the walk that event
 * studies take their first sessions from. Missing before the measure has its first value.
 */
export function regimes({ panel, edition, symbol: of }: SessionView, book: FigureBook): void {
  const symbol = of(edition.underlying);
  const stays = staysOfPanel(panel);
  for (const name of stayNames) {
    const id = `regime.${edition.underlying}.${name}`;
    write(book, id, { unit: 'word', method: 'regime' }, symbol.adjusted, () => {
      const { inside, first } = stays(name);
      if (symbol.index < first) return absent({ code: 'no-readings' });
      return inside[symbol.index] === 1 ? 'inside' : 'outside';
    });
  }
}
