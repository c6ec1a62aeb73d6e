import type { SessionView } from '../../market-data/session-view.ts';
import type { FigureBook } from '../book.ts';
import { derive } from '../write.ts';

/** What the leveraged fund's close says that the underlying did: the fund's return over its multiple. */
export function impliedMove({ edition }: SessionView, book: FigureBook): void {
  const { fund, underlying } = edition;
  const kind = { unit: 'fraction', method: 'implied move' } as const;
  derive(
    book,
    `implied.${fund.symbol}:${underlying}.1d`,
    kind,
    [`return.${fund.symbol}.1d`],
    (made) => made / fund.beta,
  );
}
