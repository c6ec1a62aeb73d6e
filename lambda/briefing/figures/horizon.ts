import { horizonCounts, horizonOutcomes } from '../../analytics/horizon-outcomes.ts';
import { counted } from '../../counted.ts';
import type { FigureBook } from '../book.ts';
import type { SessionView } from '../view.ts';
import { thresholds } from '../words/thresholds.ts';
import { absent, write } from './write.ts';

/** Holding periods of the horizon table, in sessions. */
export const horizons = [1, 2, 5, 10, 21, 63] as const;
const statistics = ['p05', 'median', 'p95'] as const;

/**
 * What holding the fund for h sessions has meant since it began: `horizon.TNA.21d.made.median`, the gap to its
 * multiple, how often it fell short, and on how many windows that rests, overlapping (`n`) and side by side
 * (`apart`). Under 15 windows side by side there is no statistic.
 */
export function horizon(view: SessionView, book: FigureBook): void {
  const { fund, underlying } = view.edition;
  const { track, index, basis } = view.pair(fund.symbol, underlying);
  const prices = index + 1;
  for (const h of horizons) {
    const id = `horizon.${fund.symbol}.${h}d`;
    const { overlapping, apart } = horizonCounts(prices, h);
    const outcomes =
      track === undefined || apart < thresholds.cases
        ? null
        : horizonOutcomes(
            track.first().subarray(0, prices),
            track.second().subarray(0, prices),
            fund.beta,
            h,
          );
    const tooFew = absent(`${counted(apart, 'window')} side by side, fewer than ${thresholds.cases}`);
    for (const statistic of statistics) {
      write(book, `${id}.made.${statistic}`, { unit: 'fraction', method: 'horizon' }, basis, () =>
        outcomes === null ? tooFew : outcomes.made[statistic],
      );
      write(book, `${id}.gap.${statistic}`, { unit: 'fraction', method: 'horizon gap' }, basis, () =>
        outcomes === null ? tooFew : outcomes.gap[statistic],
      );
    }
    write(book, `${id}.short`, { unit: 'fraction', method: 'horizon shortfall' }, basis, () =>
      outcomes === null ? tooFew : outcomes.short,
    );
    write(book, `${id}.n`, { unit: 'count', method: 'horizon count' }, basis, () => overlapping);
    write(book, `${id}.apart`, { unit: 'count', method: 'horizon count' }, basis, () => apart);
  }
}
