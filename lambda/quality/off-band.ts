import type { Edition } from '../editions/edition.ts';
import type { Bars } from '../series/bars.ts';
import { cause } from './cause.ts';
import { signedPercent } from './percent.ts';
import { everyMove, type ImpossibleMove, type PriceStep, steps } from './steps.ts';

/**
 * A broad fund without leverage is never so far outside of what the required funds without leverage span in a day (largest
 * of RSP, IJR, IWD, IWF, IWN, IWO, MGK, VBK and VBR in 2005 to 2025: 3.4 points, IWN on 2020-11-09; of the others 2.6).
 */
export const farthestFromBand = 0.04;

/** The steps of broad funds that no broad fund makes beside the required ones, each fund's first. */
export function stepsOffBand(edition: Edition, market: ReadonlyMap<string, Bars>): ImpossibleMove[] {
  const { required, symbols, fund } = edition;
  const others = required.flatMap((one) => (one === fund.symbol ? [] : (market.get(one) ?? [])));
  if (others.length < 2) return [];
  return symbols.flatMap(({ symbol, isBroad }) => {
    const bars = market.get(symbol);
    if (bars === undefined || isBroad === undefined || required.includes(symbol)) return [];
    return steps('band', edition, bars, others, everyMove, (step) => offBand(symbol, step));
  });
}

function offBand(symbol: string, { session, move, others }: PriceStep): ImpossibleMove | null {
  if (others.length < 2) return null;
  const moves = others.map((other) => other.move);
  const apart = Math.max(move - Math.max(...moves), Math.min(...moves) - move);
  if (apart <= farthestFromBand) return null;
  const beside = others.map((other) => `${other.symbol} by ${signedPercent(other.move)}`).join(', ');
  return {
    session,
    symbols: [symbol],
    suspects: [symbol],
    text: `${symbol} moves by ${signedPercent(move)} on ${session}, ${beside}: ${cause(move)}`,
  };
}
