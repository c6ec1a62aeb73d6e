import { averageTrueRange } from '../analytics/average-true-range.ts';
import { ewmaVolatility } from '../analytics/ewma-volatility.ts';
import { logReturns } from '../analytics/log-returns.ts';
import { runningMaximum } from '../analytics/running-maximum.ts';
import { simpleReturns } from '../analytics/simple-returns.ts';
import { type Axis, columnOn, place } from '../series/axis.ts';
import type { Bars, ShareSplit } from '../series/bars.ts';
import { type Coverage, coverageOf } from '../series/coverage.ts';
import { type Existing, existingOf } from '../series/existing.ts';
import { once } from './memo.ts';

/** Open, high, low and close of a symbol; all empty where a source lacks one of them. */
export interface Ohlc {
  readonly open: Float64Array;
  readonly high: Float64Array;
  readonly low: Float64Array;
  readonly close: Float64Array;
}

/**
 * One symbol's whole history as columns on the axis, with the measures that many figures or sessions read, each
 * computed once. Element t of any column rests on bars up to session t only; NaN where there is no value. Columns that
 * a source does not have are empty.
 */
export interface PriceHistory {
  /** The symbol of the data. */
  readonly symbol: string;
  readonly coverage: Coverage;
  /** Adjusted closes, or the closes themselves where a source has no others: a price return. */
  readonly adjusted: Float64Array;
  /** Whether `adjusted` leaves dividends out though the symbol may pay them: every return of it is a proxy. */
  readonly priceOnly: boolean;
  /** Whether the source adjusts for dividends, so that dividends follow from adjusted closes and closes. */
  readonly paysOut: boolean;
  readonly close: Float64Array;
  readonly traded: Ohlc;
  /** Splits by the source of the prices; undefined where it states none. */
  readonly splits: readonly ShareSplit[] | undefined;
  /** Shares traded; empty where a source does not have them. */
  readonly volume: () => Float64Array;
  readonly returns: () => Float64Array;
  readonly existingReturns: () => Existing;
  readonly logReturns: () => Float64Array;
  /** RiskMetrics volatility, fraction a year. */
  readonly ewma: () => Float64Array;
  /** Highest adjusted close so far. */
  readonly peaks: () => Float64Array;
  /** Wilder's over 14 true ranges. */
  readonly atr: () => Float64Array;
}

const none = new Float64Array();

export function priceHistoryOf(axis: Axis, bars: Bars): PriceHistory {
  const placement = place(axis, bars.sessions);
  const onAxis = (values: Float64Array | null) =>
    values === null ? none : columnOn(axis, placement, values);
  const { open, high, low } = bars;
  const close = onAxis(bars.close);
  const adjusted = bars.adjusted === null && bars.close !== null ? close : onAxis(bars.adjusted ?? none);
  const traded =
    open && high && low && bars.close
      ? { open: onAxis(open), high: onAxis(high), low: onAxis(low), close }
      : { open: none, high: none, low: none, close: none };
  const coverage = coverageOf(adjusted);
  const returns = once(() => simpleReturns(adjusted));
  const logs = once(() => logReturns(adjusted));
  return {
    symbol: bars.symbol,
    coverage,
    adjusted,
    // An index pays no dividends: its close is all that there is to adjust.
    priceOnly: bars.adjusted === null && !bars.symbol.startsWith('^'),
    paysOut: bars.adjusted !== null && bars.close !== null,
    close,
    traded,
    splits: bars.splits,
    volume: once(() => onAxis(bars.volume)),
    returns,
    existingReturns: once(() => existingOf(returns())),
    logReturns: logs,
    ewma: once(() => ewmaVolatility(logs())),
    peaks: once(() => runningMaximum(adjusted)),
    atr: once(() => averageTrueRange(traded, 14)),
  };
}

/** The history of a symbol that the data does not have. */
export const emptyHistory = (axis: Axis, symbol: string): PriceHistory =>
  priceHistoryOf(axis, {
    symbol,
    sessions: [],
    open: null,
    high: null,
    low: null,
    close: null,
    adjusted: null,
    volume: null,
  });
