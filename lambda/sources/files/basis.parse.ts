import type { Bars } from '../../series/bars.ts';
import { heldAgainst } from '../parsing/held-against.ts';
import type { Irregularity } from '../parsing/irregularities.ts';
import type { PriceBasis } from '../parsing/parsed.ts';
import { splitFactors } from '../parsing/splits.ts';
import { shareOfWholeCents, wholeShare } from '../parsing/whole-cents.ts';
import type { PriceColumns } from './prices.parse.ts';
import type { BarRows } from './rows.parse.ts';

/** Bars on the basis of the newest row, and what was found out of the basis of the file. */
export interface Based {
  readonly bars: Bars;
  readonly basis: PriceBasis;
  readonly complaints: readonly string[];
  readonly irregularities: readonly Irregularity[];
}

/**
 * Finds out what the prices of a file are: as traded or adjusted for dividends, adjusted for splits or not, and whether
 * adjusted closes and the dividends beside them agree.
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
      basis: 'adjusted',
      complaints: [everyPrice],
      irregularities: [],
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
  const { bars: held, irregularities } = heldAgainst(bars, scaled(given.dividend), scaled(given.gain));
  return {
    bars: held,
    basis: held.adjusted === null ? 'price only' : 'adjusted',
    complaints: [],
    irregularities,
  };
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
