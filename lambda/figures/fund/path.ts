import { efficiencyRatio } from '../../analytics/efficiency-ratio.ts';
import { recoveryGain } from '../../analytics/recovery-gain.ts';
import { varianceRatio, varianceRatioError } from '../../analytics/variance-ratio.ts';
import type { SessionView } from '../../market-data/session-view.ts';
import { newestBar } from '../../market-data/symbol-view.ts';
import type { FigureBook } from '../book.ts';
import { lacksOne } from '../windows.ts';
import { absent, derive, write } from '../write.ts';
import { gapWindows } from './leverage.ts';

/**
 * How the fund came to its return: the multiple of the period's return
 * (`target.TNA.21d.period`) and of the daily returns compounded (`target.TNA.21d.daily`), the gain needed to recover
 * (`recover.TNA`), how straight the underlying's path was (`efficiency.IWM.21d`, `varianceratio.IWM.252d`), and the
 * published expense ratio (`expense.TNA`).
 */
export function pathFigures(view: SessionView, book: FigureBook): void {
  const { fund, underlying } = view.edition;
  const { symbol, beta } = fund;
  for (const window of gapWindows) {
    const period = `target.${symbol}.${window}.period`;
    derive(
      book,
      period,
      { unit: 'fraction', method: 'period multiple' },
      [`return.${underlying}.${window}`],
      (held) => beta * held,
    );
    derive(
      book,
      `target.${symbol}.${window}.daily`,
      { unit: 'fraction', method: 'daily multiple' },
      [period, `gap.${symbol}.${window}.compounding`],
      (target, compounding) => target + compounding,
    );
  }
  derive(
    book,
    `recover.${symbol}`,
    { unit: 'fraction', method: 'recovery gain' },
    [`drawdown.${symbol}.now`],
    (drawdown) => recoveryGain(drawdown) ?? absent({ code: 'nothing-left' }),
  );
  choppiness(view, book, underlying);
  lateFund(view, book);
  book.add(`expense.${symbol}`, fund.expenseRatio, {
    unit: 'fraction a year',
    asOf: view.session,
    method: 'expense ratio',
    inputs: [],
    sources: [`prospectus, ${fund.expenseRatioAsOf}`],
  });
}

/**
 * Where the fund has no bar of the session: its newest close, stale (`close.TNA.newest`), and the multiple of the day of the
 * underlying (`target.TNA.1d.period`), which is what the fund aims at.
 */
function lateFund({ index: at, symbol: of, edition }: SessionView, book: FigureBook): void {
  const { fund, underlying } = edition;
  const { index, history, close } = of(fund.symbol);
  const value = history.close[newestBar(history, at)];
  if (index >= 0 || value === undefined) return;
  book.add(`close.${fund.symbol}.newest`, value, { ...close, unit: 'usd', method: 'close', status: 'stale' });
  const kind = { unit: 'fraction', method: 'period multiple' } as const;
  derive(
    book,
    `target.${fund.symbol}.1d.period`,
    kind,
    [`return.${underlying}.1d`],
    (day) => fund.beta * day,
  );
}

const spans = { efficiency: 21, varianceRatio: 252, lag: 5 } as const;

function choppiness(view: SessionView, book: FigureBook, underlying: string): void {
  const symbol = view.symbol(underlying);
  const { history, index, adjusted } = symbol;
  const { efficiency, varianceRatio: span, lag } = spans;
  const still = absent({ code: 'did-not-move', subject: underlying });
  write(
    book,
    `efficiency.${underlying}.${efficiency}d`,
    { unit: 'ratio', method: 'efficiency ratio' },
    adjusted,
    () =>
      lacksOne(symbol, efficiency + 1) ??
      efficiencyRatio(history.adjusted.subarray(index - efficiency, index + 1), efficiency) ??
      still,
  );
  write(
    book,
    `varianceratio.${underlying}.${span}d`,
    { unit: 'ratio', method: 'variance ratio' },
    adjusted,
    () =>
      lacksOne(symbol, span + 1) ??
      varianceRatio(history.logReturns().subarray(index - span + 1, index + 1), span, lag) ??
      still,
  );
  const ratio = `varianceratio.${underlying}.${span}d`;
  derive(book, `${ratio}.error`, { unit: 'ratio', method: 'variance ratio error' }, [ratio], () =>
    varianceRatioError(span, lag),
  );
}
