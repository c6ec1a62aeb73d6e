import type { SessionView } from '../../market-data/session-view.ts';
import type { FigureBook } from '../book.ts';
import { derive, priceOf } from '../write.ts';

const widths = [
  { name: '1sd', deviations: 1 },
  { name: '2sd', deviations: 2 },
] as const;

/** The prices one and two expected moves away from the close, for IWM and the fund. */
export function bands(view: SessionView, book: FigureBook): void {
  for (const symbol of [view.edition.underlying, view.edition.fund.symbol])
    for (const { name, deviations } of widths)
      for (const [side, sign] of [
        ['low', -1],
        ['high', 1],
      ] as const)
        derive(
          book,
          `band.${symbol}.${name}.${side}`,
          { unit: 'usd', method: 'expected-move band' },
          [`close.${symbol}`, `expected.${symbol}.1d`],
          (close, move) => priceOf(close * (1 + sign * deviations * move)),
        );
}
