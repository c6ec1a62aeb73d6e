import type { SymbolGroup } from '../../editions/edition.ts';
import type { FigureBook } from '../book.ts';
import type { SessionView } from '../view.ts';
import { thresholds } from '../words/thresholds.ts';
import { absent, derive, type Outcome } from './write.ts';

const groups: readonly SymbolGroup[] = ['small caps', 'sector'];

/** The funds whose breadth is measured: the edition's small-cap and sector funds. */
export const breadthMembers = ({ edition }: SessionView): readonly string[] =>
  edition.symbols.filter(({ group }) => groups.includes(group)).map(({ symbol }) => symbol);

/**
 * Closes against their 50-session averages, `close.KRE.vs50`, and how many of the small-cap and sector funds stand
 * above: `breadth.above50` (a share), `.count` and `.n`. Funds without a value are left out and the count says so;
 * under five there is no share.
 */
export function breadth(view: SessionView, book: FigureBook): void {
  const members = breadthMembers(view);
  for (const symbol of [...members, 'SMH', 'MGK']) againstAverage(book, symbol);
  const there = members.map((symbol) => `close.${symbol}.vs50`).filter((id) => book.get(id).value !== null);
  const tooFew = absent(`only ${there.length} of ${members.length} funds have a 50-session average`);
  const enough = there.length >= thresholds.fewestFunds;
  const share = (
    id: string,
    unit: string,
    compute: (above: number) => Outcome,
    method: 'share above average' | 'share count',
  ) =>
    derive(
      book,
      id,
      { unit, method },
      enough ? there : members.map((symbol) => `close.${symbol}.vs50`),
      (...distances) => (enough ? compute(distances.filter((distance) => distance > 0).length) : tooFew),
    );
  share('breadth.above50', 'fraction', (above) => above / there.length, 'share above average');
  share('breadth.above50.count', 'count', (above) => above, 'share count');
  share('breadth.above50.n', 'count', () => there.length, 'share count');
}

function againstAverage(book: FigureBook, symbol: string): void {
  const id = `close.${symbol}.vs50`;
  if (book.has(id)) return;
  derive(
    book,
    id,
    { unit: 'fraction', method: 'close against average' },
    [`close.${symbol}`, `sma.${symbol}.50`],
    (close, average) => close! / average! - 1,
  );
}
