import { breakeven } from '../../analytics/breakeven.ts';
import { dailyMultiple } from '../../analytics/daily-multiple.ts';
import { leastSquares } from '../../analytics/least-squares.ts';
import { mean } from '../../analytics/mean.ts';
import { sampleDeviation } from '../../analytics/standard-deviation.ts';
import { varianceDrag } from '../../analytics/variance-drag.ts';
import { sessionsPerYear } from '../../analytics/volatility.ts';
import { yearOutcome } from '../../analytics/year-outcome.ts';
import type { LeveragedFund } from '../../editions/edition.ts';
import type { FigureBook } from '../book.ts';
import type { PairView } from '../pair-view.ts';
import type { SessionView } from '../view.ts';
import { absent, figureBasis, gaps, tooShort, write } from './write.ts';

/** The windows over which the fund's gap from its multiple is split. */
export const gapWindows = ['5d', '21d', '63d', 'ytd', '1y'] as const;
/** The outcome table: index return and volatility over one year, in percent. */
export const outcomeReturns = [-60, -40, -20, 0, 20, 40, 60] as const;
export const outcomeVolatilities = [10, 25, 50, 75, 100] as const;

function realisedLeverage({ pair, track, index, basis }: PairView, book: FigureBook): void {
  for (const span of [21, 63, 252]) {
    const line = () =>
      leastSquares(
        track.secondReturns().subarray(index + 1 - span, index + 1),
        track.firstReturns().subarray(index + 1 - span, index + 1),
      );
    const told = (method: 'beta' | 'r2', read: () => number) =>
      write(book, `${method}.${pair}.${span}d`, { unit: 'ratio', method }, basis, () => {
        if (index < span) return tooShort(span + 1, index + 1);
        const value = read();
        return Number.isFinite(value) ? value : absent('the index fund did not move');
      });
    told('beta', () => line().slope);
    told('r2', () => line().r2);
  }
}

/** Daily return of the fund less its multiple of the index fund's, over the last `span` sessions. */
function differences({ track, index }: PairView, beta: number, span: number): Float64Array {
  const underlying = track.secondReturns();
  return track
    .firstReturns()
    .slice(index + 1 - span, index + 1)
    .map((r, i) => r - beta * underlying[index + 1 - span + i]!);
}

function tracking(fund: LeveragedFund, view: PairView, book: FigureBook): void {
  const { symbol, beta } = fund;
  const { index, basis } = view;
  write(book, `residual.${symbol}.1d`, { unit: 'fraction', method: 'residual' }, basis, () =>
    index < 1 ? tooShort(2, index + 1) : differences(view, beta, 1)[0]!,
  );
  const overYear = (compute: (daily: Float64Array) => number) => () =>
    index < sessionsPerYear
      ? tooShort(sessionsPerYear + 1, index + 1)
      : compute(differences(view, beta, sessionsPerYear));
  const unit = 'fraction a year';
  write(
    book,
    `td.${symbol}.252d`,
    { unit, method: 'tracking difference' },
    basis,
    overYear((daily) => mean(daily) * sessionsPerYear),
  );
  write(
    book,
    `te.${symbol}.252d`,
    { unit, method: 'tracking error' },
    basis,
    overYear((daily) => sampleDeviation(daily) * Math.sqrt(sessionsPerYear)),
  );
}

/** Splits the fund's distance from its multiple of the window's return into compounding and cost; they add up. */
function gapParts({ symbol, beta }: LeveragedFund, view: PairView, book: FigureBook): void {
  const { track, index, basis } = view;
  for (const window of gapWindows) {
    const start = view.start(window);
    const covered = (compute: () => number) => () =>
      start < 0 ? absent(`${symbol} and the index fund do not both reach back over ${window}`) : compute();
    const growth = (prices: Float64Array) => prices[index]! / prices[start]! - 1;
    const multiple = () => beta * growth(track.second());
    const compounded = () => dailyMultiple(track.secondReturns().subarray(start + 1, index + 1), beta);
    const told = (
      part: string,
      method: 'gap' | 'gap from compounding' | 'gap from cost',
      read: () => number,
    ) => write(book, `gap.${symbol}.${window}.${part}`, { unit: 'fraction', method }, basis, covered(read));
    told('total', 'gap', () => growth(track.first()) - multiple());
    told('compounding', 'gap from compounding', () => compounded() - multiple());
    told('cost', 'gap from cost', () => growth(track.first()) - compounded());
    write(
      book,
      `drag.${symbol}.${window}`,
      { unit: 'fraction', method: 'variance drag' },
      basis,
      covered(() => varianceDrag(track.secondLogReturns().subarray(start + 1, index + 1), beta)),
    );
  }
}

/** What the arithmetic alone says of a fund, whatever the market does. */
function outcomeTable({ symbol, beta }: LeveragedFund, session: string, book: FigureBook): void {
  const basis = { asOf: session, source: 'arithmetic', inputs: [], status: 'fresh' } as const;
  for (const move of outcomeReturns)
    for (const sigma of outcomeVolatilities)
      write(
        book,
        `decay.${symbol}.${move}.${sigma}`,
        { unit: 'fraction', method: 'year outcome' },
        basis,
        () => yearOutcome(move / 100, sigma / 100, beta),
      );
}

/** The leveraged fund and its inverse twin against the index fund: leverage, tracking, gap, drag, outcomes. */
export function leverage(view: SessionView, book: FigureBook): void {
  const { fund, inverse, underlying } = view.edition;
  for (const leveraged of [fund, inverse]) {
    const pair = view.pair(leveraged.symbol, underlying);
    realisedLeverage(pair, book);
    tracking(leveraged, pair, book);
    gapParts(leveraged, pair, book);
  }
  outcomeTable(fund, view.session, book);
  const sigma = `vol.${underlying}.21d`;
  const basis = gaps(view.symbol(fund.symbol)) ?? figureBasis(book, sigma);
  write(book, `breakeven.${fund.symbol}.21d`, { unit: 'fraction', method: 'breakeven' }, basis, () =>
    breakeven(book.number(sigma) ?? Number.NaN, 21 / sessionsPerYear, fund.beta),
  );
}
