import type { Edition, LeveragedFund } from '../editions/edition.ts';
import type { Bars } from '../series/bars.ts';
import { cause } from './cause.ts';
import { stepsOffBand } from './off-band.ts';
import { stepsOffIndex } from './off-index.ts';
import { offScale } from './off-scale.ts';
import { signedPercent } from './percent.ts';
import { everyMove, type ImpossibleMove, type PriceStep, steps } from './steps.ts';

/**
 * A day's move over this is made by no fund without leverage: the largest of 26 in 2005 to 2025 is 18.6 % (SOXX),
 * and trading in shares halts for the day when the S&P 500 has lost 20 %.
 */
export const largestMove = 0.25;

/** A fund that moves by more than this does not do so alone (largest: SPY 14.5 %, QQQ 16.8 % in 2001, KRE 15.4 %) … */
export const largestMoveAlone = 0.15;

/** … one of the required makes at least this share of its move (least: 0.23 of KRE's, on 2020-11-09). */
const shared = 0.2;

/**
 * A leveraged fund and its multiple of the underlying are never further apart in a day (largest: 5.3 points, on
 * 2020-03-17): one of the two prices is wrong, or a split of 5 for 4 or more is not adjusted for.
 */
export const largestResidual = 0.15;

type Market = ReadonlyMap<string, Bars>;

/**
 * The steps in funds' histories up to a session that no fund makes, each symbol's first. Companies and indices may
 * move by anything; an index only not otherwise than the fund that follows it, and one of volatility within its scale.
 */
export function impossibleMoves(
  edition: Edition,
  market: Market,
  session: string,
): readonly ImpossibleMove[] {
  const { fund, inverse, underlying, required } = edition;
  const plain = fundsOf(edition).flatMap((symbol) => {
    const bars = market.get(symbol);
    if (bars === undefined) return [];
    const others = required.filter((other) => other !== symbol).flatMap((other) => market.get(other) ?? []);
    return steps('alone', edition, bars, others, largestMoveAlone, (step) =>
      unlevered(edition, symbol, step),
    );
  });
  const under = market.get(underlying);
  const leveraged = [fund, inverse].flatMap((one) => {
    const bars = market.get(one.symbol);
    return bars === undefined || under === undefined
      ? []
      : steps('multiple', edition, bars, [under], everyMove, (step) => apart(one, underlying, step));
  });
  return [
    ...plain,
    ...leveraged,
    ...stepsOffIndex(edition, market),
    ...stepsOffBand(edition, market),
    ...offScale(edition, market),
  ].filter((found) => found.session <= session);
}

/** Funds without leverage; no companies, no indices. */
function fundsOf({ symbols, fund, inverse, basket }: Edition): string[] {
  return symbols
    .filter(({ symbol, group, alternates }) => {
      const company =
        basket.members.includes(symbol) || alternates?.some((one) => basket.members.includes(one));
      return group !== 'index' && !company && symbol !== fund.symbol && symbol !== inverse.symbol;
    })
    .map(({ symbol }) => symbol);
}

function unlevered(
  { fund }: Edition,
  symbol: string,
  { session, move, others }: PriceStep,
): ImpossibleMove | null {
  const size = Math.abs(move);
  if (size <= largestMoveAlone) return null;
  const moves = others.map((other) => (other.symbol === fund.symbol ? other.move / fund.beta : other.move));
  const alone = moves.length > 0 && moves.every((other) => (other * Math.sign(move)) / size < shared);
  if (size <= largestMove && !alone) return null;
  const beside = others.map((other) => `${other.symbol} ${signedPercent(other.move)}`).join(', ');
  return {
    session,
    symbols: [symbol],
    suspects: [symbol],
    text: `${symbol} moves by ${signedPercent(move)} on ${session}${beside === '' ? '' : ` (${beside})`}, as no fund does: ${cause(move)}`,
  };
}

function apart({ symbol, beta }: LeveragedFund, underlying: string, step: PriceStep): ImpossibleMove | null {
  const { session, move, others } = step;
  const [under] = others;
  if (under === undefined || !(Math.abs(move - beta * under.move) > largestResidual)) return null;
  const [larger, own] =
    Math.abs(move / beta) > Math.abs(under.move) ? [symbol, move] : [underlying, under.move];
  return {
    session,
    // A move of that size is the wrong one; of two ordinary ones either may be wrong.
    symbols: Math.abs(own) > largestMoveAlone ? [larger] : [symbol, underlying],
    suspects: larger === symbol ? [symbol, underlying] : [underlying, symbol],
    text: `${symbol} moves by ${signedPercent(move)} on ${session} and ${underlying} by ${signedPercent(under.move)}, of which it aims at ${beta} times: ${cause(own)}`,
  };
}
