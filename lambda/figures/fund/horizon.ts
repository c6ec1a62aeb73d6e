import { horizonHistory } from '../../analytics/horizon-outcomes.ts';
import { weakMemo } from '../../market-data/memo.ts';
import type { PairView } from '../../market-data/pair-view.ts';
import type { SessionView } from '../../market-data/session-view.ts';
import type { FigureBook } from '../book.ts';
import { fewestCases } from '../fewest.ts';
import { absent, write } from '../write.ts';

/** Holding periods of the horizon table, in sessions. */
export const horizons = [1, 2, 5, 10, 21, 63] as const;
const statistics = ['p05', 'median', 'p95'] as const;

/** Of each pair's history, every horizon's outcomes. */
const outcomesOf = weakMemo((_: PairView['history']) => new Map<number, ReturnType<typeof horizonHistory>>());

function historyOf({ first, second, history }: PairView, beta: number, h: number) {
  const made = outcomesOf(history);
  const found = made.get(h) ?? horizonHistory(first.history.adjusted, second.history.adjusted, beta, h);
  made.set(h, found);
  return found;
}

/**
 * What holding the fund for h sessions has meant since it began: `horizon.TNA.21d.made.median`, the gap to its
 * multiple, how often it fell short, and on how many windows that rests, overlapping (`n`) and side by side
 * (`apart`). Under 15 windows side by side there is no statistic.
 */
export function horizon(view: SessionView, book: FigureBook): void {
  const { fund, underlying } = view.edition;
  const pair = view.pair(fund.symbol, underlying);
  const { index, basis } = pair;
  for (const h of horizons) {
    const id = `horizon.${fund.symbol}.${h}d`;
    const history = historyOf(pair, fund.beta, h);
    const { overlapping, apart } = history.counts(index);
    const outcomes = index < 0 || apart < fewestCases ? null : history.outcomes(index);
    const tooFew = absent({ code: 'few-windows', apart, needed: fewestCases });
    for (const statistic of statistics) {
      write(
        book,
        `${id}.made.${statistic}`,
        { unit: 'fraction', method: 'horizon' },
        basis,
        () => outcomes?.made?.[statistic] ?? tooFew,
      );
      write(
        book,
        `${id}.gap.${statistic}`,
        { unit: 'fraction', method: 'horizon gap' },
        basis,
        () => outcomes?.gap?.[statistic] ?? tooFew,
      );
    }
    write(
      book,
      `${id}.short`,
      { unit: 'fraction', method: 'horizon shortfall' },
      basis,
      () => outcomes?.short ?? tooFew,
    );
    write(book, `${id}.n`, { unit: 'count', method: 'horizon count' }, basis, () => overlapping);
    write(book, `${id}.apart`, { unit: 'count', method: 'horizon count' }, basis, () => apart);
  }
}
