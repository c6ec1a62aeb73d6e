import { breakeven } from '../../analytics/breakeven.ts';
import { dailyMultiple } from '../../analytics/daily-multiple.ts';
import { leastSquares } from '../../analytics/least-squares.ts';
import { mean } from '../../analytics/mean.ts';
import { sampleDeviation } from '../../analytics/standard-deviation.ts';
import { varianceDrag } from '../../analytics/variance-drag.ts';
import { sessionsPerYear } from '../../analytics/volatility.ts';
import { yearOutcome } from '../../analytics/year-outcome.ts';
import type { LeveragedFund } from '../../editions/edition.ts';
import { joint } from '../../market-data/basis.ts';
import { once } from '../../market-data/memo.ts';
import type { PairView } from '../../market-data/pair-view.ts';
import type { SessionView } from '../../market-data/session-view.ts';
import type { SymbolView } from '../../market-data/symbol-view.ts';
import type { FigureBook } from '../book.ts';
import { lacksOne, lacksOneSince } from '../windows.ts';
import { absent, figureBasis, missingBar, write } from '../write.ts';

/** The windows over which the fund's gap from its multiple is split. */
export const gapWindows = ['5d', '21d', '63d', 'ytd', '1y'] as const;
/** The outcome table: index return and volatility over one year, in percent. */
export const outcomeReturns = [-60, -40, -20, 0, 20, 40, 60] as const;
export const outcomeVolatilities = [10, 25, 50, 75, 100] as const;

function realisedLeverage(view: PairView, book: FigureBook): void {
  const { pair, first, second, index, basis } = view;
  for (const span of [21, 63, 252]) {
    const last = (returns: Float64Array) => returns.subarray(index + 1 - span, index + 1);
    const line = once(() => leastSquares(last(second.history.returns()), last(first.history.returns())));
    const writeFit = (method: 'beta' | 'r2', part: 'slope' | 'r2') =>
      write(book, `${method}.${pair}.${span}d`, { unit: 'ratio', method }, basis, () => {
        const lacking = lacksOne(view, span + 1);
        if (lacking !== null) return lacking;
        const value = line()[part];
        return Number.isFinite(value) ? value : absent({ code: 'did-not-move' });
      });
    writeFit('beta', 'slope');
    writeFit('r2', 'r2');
  }
}

/** Daily return of the fund less its multiple of the index fund's, over the last `span` sessions. */
function differences({ first, second, index }: PairView, beta: number, span: number): Float64Array {
  const from = index + 1 - span;
  const underlying = second.history.returns();
  return first.history
    .returns()
    .slice(from, index + 1)
    .map((r, i) => r - beta * underlying[from + i]!);
}

function tracking(fund: LeveragedFund, view: PairView, book: FigureBook): void {
  const { symbol, beta } = fund;
  const { basis } = view;
  write(
    book,
    `residual.${symbol}.1d`,
    { unit: 'fraction', method: 'residual' },
    basis,
    () => lacksOne(view, 2) ?? differences(view, beta, 1)[0]!,
  );
  const overYear = (compute: (daily: Float64Array) => number) => () =>
    lacksOne(view, sessionsPerYear + 1) ?? compute(differences(view, beta, sessionsPerYear));
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
function gapParts(
  { symbol, beta }: LeveragedFund,
  view: PairView,
  startOf: SessionView['start'],
  book: FigureBook,
): void {
  const { first, second, index, basis } = view;
  for (const window of gapWindows) {
    const start = startOf(window);
    const covered = (compute: () => number) => () => lacksOneSince(view, start, window) ?? compute();
    const growth = ({ history }: SymbolView) => history.adjusted[index]! / history.adjusted[start]! - 1;
    const within = (column: Float64Array) => column.subarray(start + 1, index + 1);
    const multiple = () => beta * growth(second);
    const compounded = once(() => dailyMultiple(within(second.history.returns()), beta));
    const writeGap = (
      part: string,
      method: 'gap' | 'gap from compounding' | 'gap from cost',
      read: () => number,
    ) => write(book, `gap.${symbol}.${window}.${part}`, { unit: 'fraction', method }, basis, covered(read));
    writeGap('total', 'gap', () => growth(first) - multiple());
    writeGap('compounding', 'gap from compounding', () => compounded() - multiple());
    writeGap('cost', 'gap from cost', () => growth(first) - compounded());
    write(
      book,
      `drag.${symbol}.${window}`,
      { unit: 'fraction', method: 'variance drag' },
      basis,
      covered(() => varianceDrag(within(second.history.logReturns()), beta)),
    );
  }
}

/** What the arithmetic alone says of a fund, whatever the market does. */
function outcomeTable({ symbol, beta }: LeveragedFund, session: string, book: FigureBook): void {
  const basis = { asOf: session, sources: ['arithmetic'], inputs: [], status: 'fresh' } as const;
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
    gapParts(leveraged, pair, view.start, book);
  }
  outcomeTable(fund, view.session, book);
  breakevens(view, book);
}

/** What the index fund must return over a month for the fund to be flat, before costs and after last year's. */
function breakevens(view: SessionView, book: FigureBook): void {
  const { fund, underlying } = view.edition;
  const id = `breakeven.${fund.symbol}.21d`;
  const kind = { unit: 'fraction', method: 'breakeven' } as const;
  const sigma = `vol.${underlying}.21d`;
  const cost = `td.${fund.symbol}.252d`;
  const years = 21 / sessionsPerYear;
  const number = (of: string) => book.number(of) ?? Number.NaN;
  const absentFund = missingBar(view.symbol(fund.symbol));
  write(book, id, kind, absentFund ?? figureBasis(book, sigma), () =>
    breakeven(number(sigma), years, fund.beta),
  );
  write(
    book,
    `${id}.withcosts`,
    { ...kind, method: 'breakeven with costs' },
    absentFund ?? joint(figureBasis(book, sigma), figureBasis(book, cost)),
    () => breakeven(number(sigma), years, fund.beta, -number(cost)),
  );
}
