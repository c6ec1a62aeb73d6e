import { joint } from '../../market-data/basis.ts';
import type { SessionView } from '../../market-data/session-view.ts';
import type { FigureBook } from '../book.ts';
import { lacksStart } from '../windows.ts';
import { write } from '../write.ts';

/** Assets at the evening before for which it is given, in dollars. */
const assets = 1e9;

/**
 * Exposure to the index that a fund with a daily multiple bought (+) or sold at the close to be at its multiple again, in
 * dollars for every billion of its assets the evening before: `(beta² - beta) A r`. M. Cheng and A. Madhavan, 2009.
 */
export function rebalancing(view: SessionView, book: FigureBook): void {
  const { fund, inverse, underlying } = view.edition;
  const index = view.symbol(underlying);
  const start = view.start('1d');
  for (const { symbol, beta } of [fund, inverse])
    write(
      book,
      `rebalance.${symbol}`,
      { unit: 'usd', method: 'rebalancing' },
      joint(index.adjusted, view.symbol(symbol).adjusted),
      () =>
        lacksStart(index, start, '1d') ?? (beta ** 2 - beta) * assets * index.history.returns()[index.index]!,
    );
}
