import type { Edition } from '../../editions/edition.ts';
import type { FigureBook } from '../book.ts';
import { absent, derive } from '../write.ts';

/** Beyond this move, a fraction, no session has taken the index fund up, and very few down: the line of a day ends. */
export const ladderReach = 0.1;

/**
 * `ladder.FUND.LEVEL`: what the fund would trade at next session with the index fund at that level, in dollars: its close times one
 * and its multiple of the move there. Missing where no session reaches.
 */
export function ladderStep({ fund, underlying }: Edition, level: string, book: FigureBook): void {
  derive(
    book,
    `ladder.${fund.symbol}.${level}`,
    { unit: 'usd', method: 'ladder' },
    [level, `close.${fund.symbol}`, `close.${underlying}`],
    (price, fundClose, close) => {
      const move = price / close - 1;
      return Math.abs(move) > ladderReach
        ? absent({ code: 'out-of-reach', subject: underlying })
        : fundClose * (1 + fund.beta * move);
    },
  );
}
