import { levelDistance } from '../../analytics/level-distance.ts';
import type { SessionView } from '../../market-data/session-view.ts';
import type { FigureBook } from '../book.ts';
import { derive } from '../write.ts';
import { averages, levelIds } from './level-ids.ts';

/** How far IWM's close is from each of its levels, and each symbol of the fund from its stops. */
export function distances(view: SessionView, book: FigureBook): void {
  const { underlying, fund } = view.edition;
  const distance = { unit: 'fraction', method: 'distance' } as const;
  for (const level of levelIds(underlying))
    derive(book, `distance.${level}`, distance, [`close.${underlying}`, level], levelDistance);
  for (const window of averages) {
    const id = `close.${underlying}.vs${window}`;
    // Breadth counts the funds above an average and has written some of these.
    if (book.has(id)) continue;
    derive(
      book,
      id,
      { unit: 'fraction', method: 'close against average' },
      [`close.${underlying}`, `sma.${underlying}.${window}`],
      (close, average) => close / average - 1,
    );
  }
  for (const symbol of [underlying, fund.symbol]) {
    for (const stop of ['atr2', 'chandelier'])
      derive(
        book,
        `distance.stop.${symbol}.${stop}`,
        distance,
        [`close.${symbol}`, `stop.${symbol}.${stop}`],
        levelDistance,
      );
    derive(
      book,
      `atr.${symbol}.share`,
      { unit: 'fraction', method: 'range share' },
      [`atr.${symbol}.14`, `close.${symbol}`],
      (atr, close) => atr / close,
    );
  }
}
