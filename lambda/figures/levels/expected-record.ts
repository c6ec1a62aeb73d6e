import { shareAtMost, standardised } from '../../analytics/standardised.ts';
import { sessionsPerYear } from '../../analytics/volatility.ts';
import { weakMemo } from '../../market-data/memo.ts';
import type { PriceHistory } from '../../market-data/price-history.ts';
import type { SessionView } from '../../market-data/session-view.ts';
import { type Existing, existingOf } from '../../series/existing.ts';
import type { FigureBook } from '../book.ts';
import { figureBasis, tooShort, write } from '../write.ts';
import { frequencySessions } from './risk-rule.ts';

/** Sessions with an estimate that the record needs. */
const needed = 252;

/** Moves over the deviation expected the session before, of each session that has both. */
const recordOf = weakMemo((underlying: PriceHistory) =>
  weakMemo((of: PriceHistory): Existing => {
    const yearly = of === underlying ? of.ewma() : of.close.map((level) => level / 100);
    const expected = yearly.map((sigma) => sigma / Math.sqrt(sessionsPerYear));
    return existingOf(standardised(underlying.returns(), expected));
  }),
);

/**
 * How the expected move has held: `expected.IWM.1d.inside.1sd` and `.2sd`, the shares of the last 2520 sessions that ended
 * within one and two standard deviations as estimated the session before, by the estimate that is used today, and
 * `.inside.n`, how many sessions that is. Under 252 there is no share.
 */
export function expectedRecord(view: SessionView, book: FigureBook): void {
  const { underlying } = view.edition;
  const { history, index } = view.symbol(underlying);
  const implied = view.symbol(view.edition.volatility.symbol);
  const id = `expected.${underlying}.1d`;
  const basis = figureBasis(book, id);
  const record = recordOf(history)(implied.close.status === 'missing' ? history : implied.history);
  const count = Math.min(record.upTo(index), frequencySessions);
  write(book, `${id}.inside.n`, { unit: 'count', method: 'expected move record count' }, basis, () => count);
  for (const k of [1, 2])
    write(book, `${id}.inside.${k}sd`, { unit: 'fraction', method: 'expected move record' }, basis, () =>
      count < needed
        ? tooShort(needed, count, 'sessions with an estimate')
        : shareAtMost(record.last(index, count)!, k),
    );
}
