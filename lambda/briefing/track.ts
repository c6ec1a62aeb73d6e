import { averageTrueRange } from '../analytics/average-true-range.ts';
import { ewmaVolatility } from '../analytics/ewma-volatility.ts';
import { logReturns } from '../analytics/log-returns.ts';
import { runningMaximum } from '../analytics/running-maximum.ts';
import { simpleReturns } from '../analytics/simple-returns.ts';
import type { Bars } from '../series/bars.ts';
import { once } from './memo.ts';

/** Open, high, low and close of a symbol; all empty where a source lacks one of them. */
export interface Traded {
  readonly open: Float64Array;
  readonly high: Float64Array;
  readonly low: Float64Array;
  readonly close: Float64Array;
}

/**
 * One symbol's whole history with what is derived from it once and used for every session. In every array
 * element t rests on bars up to t only, so that a session may use any element up to its own. Columns that a source
 * does not have are empty.
 */
export interface Track {
  readonly bars: Bars;
  /** Adjusted closes, or the closes themselves where a source has no others: a price return. */
  readonly adjusted: Float64Array;
  /** Whether `adjusted` leaves dividends out though the symbol may pay them: every return of it is a proxy. */
  readonly priceOnly: boolean;
  readonly close: Float64Array;
  readonly traded: Traded;
  readonly returns: () => Float64Array;
  readonly logReturns: () => Float64Array;
  readonly ewma: () => Float64Array;
  /** Highest adjusted close so far. */
  readonly peaks: () => Float64Array;
  /** Wilder's over 14 sessions. */
  readonly atr: () => Float64Array;
}

const none = new Float64Array();

export function trackOf(bars: Bars): Track {
  const { open, high, low, close } = bars;
  const adjusted = bars.adjusted ?? close ?? none;
  const traded =
    open && high && low && close
      ? { open, high, low, close }
      : { open: none, high: none, low: none, close: none };
  const logs = once(() => logReturns(adjusted));
  return {
    bars,
    adjusted,
    // An index pays no dividends: its close is all that there is to adjust.
    priceOnly: bars.adjusted === null && !bars.symbol.startsWith('^'),
    close: close ?? none,
    traded,
    returns: once(() => simpleReturns(adjusted)),
    logReturns: logs,
    ewma: once(() => ewmaVolatility(logs())),
    peaks: once(() => runningMaximum(adjusted)),
    atr: once(() => averageTrueRange(traded, 14)),
  };
}

/** The track of a symbol that the data does not have. */
export const emptyTrack = (symbol: string): Track =>
  trackOf({
    symbol,
    sessions: [],
    open: null,
    high: null,
    low: null,
    close: null,
    adjusted: null,
    volume: null,
  });
