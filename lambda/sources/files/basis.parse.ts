import type { Bars } from '../../series/bars.ts';
import { splitFactors } from '../parsing/splits.ts';
import { shareOfWholeCents, wholeShare } from '../parsing/whole-cents.ts';
import type { PriceColumns } from './prices.parse.ts';
import type { BarRows } from './rows.parse.ts';

/** Bars on the basis of the newest row, what was found out of the basis of the file, and what was paid. */
export interface Based {
  readonly bars: Bars;
  readonly complaints: readonly string[];
  /** By row, on the basis of the closes; null where the file tells none. */
  readonly dividends: Float64Array | null;
  readonly gains: Float64Array | null;
}

/**
 * Finds out what the prices of a file are: as traded or adjusted for dividends, adjusted for splits or not.
 *
 * @param inCents whether closes as traded are whole cents, as all but those of indices and of simulations are
 */
export function basedBars(
  symbol: string,
  { sessions }: BarRows,
  given: PriceColumns,
  inCents: boolean,
): Based {
  const { close, adjusted, volume, split } = given;
  const none = { symbol, sessions, open: null, high: null, low: null, close: null, volume };
  const everyPrice = close !== null && inCents ? whyAdjusted(given, close) : null;
  if (everyPrice !== null)
    return {
      bars: { ...none, adjusted: close },
      complaints: [everyPrice],
      dividends: null,
      gains: null,
    };
  const factors = close === null || split === null ? null : splitFactors({ ...given, close }, split);
  const scaled = (prices: Float64Array | null, by = factors?.prices) =>
    prices === null || by === undefined ? prices : prices.map((price, i) => price * by[i]!);
  const bars: Bars = {
    symbol,
    sessions,
    open: scaled(given.open),
    high: scaled(given.high),
    low: scaled(given.low),
    close: scaled(close),
    adjusted: scaled(adjusted, factors?.adjusted),
    volume:
      volume === null || factors === null ? volume : volume.map((shares, i) => shares / factors.prices[i]!),
  };
  return { bars, complaints: [], dividends: scaled(given.dividend), gains: scaled(given.gain) };
}

/**
 * How a file shows that its every price is adjusted for dividends; null where nothing says so. Programs that adjust every
 * price may write the closes a second time as adjusted ones.
 */
function whyAdjusted({ adjusted, dividend, split }: PriceColumns, close: Float64Array): string | null {
  if (adjusted?.some((price, row) => price !== close[row]) === true) return null;
  const share = shareOfWholeCents(close);
  // Too few closes to decide by: yfinance's history has both columns beside adjusted prices, and no adjusted close.
  if (share === null) return adjusted === null && dividend !== null && split !== null ? inEveryPrice : null;
  return share >= wholeShare
    ? null
    : `${inEveryPrice}: ${Math.round(share * 100)} % of the closes are whole cents, as all closes as traded are`;
}

const inEveryPrice =
  'every price is adjusted for dividends (returns are total returns, and there are no closes as traded)';
