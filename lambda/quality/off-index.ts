import type { Edition } from '../editions/edition.ts';
import type { Bars } from '../series/bars.ts';
import { cause } from './cause.ts';
import { signedPercent } from './percent.ts';
import { everyMove, type ImpossibleMove, type PriceStep, steps } from './steps.ts';

/**
 * Further than this from its index in a day, a fraction, no fund is: one of the two prices is wrong (largest of IWM, SPY
 * and QQQ in 2016 to 2025: 2.9 points, on 2020-03-19).
 */
export const farthestFromIndex = 0.04;

/**
 * The underlying is never so far, on the same side, from its index and from what the leveraged fund says of it (largest in
 * 2016 to 2025: 0.5 points): two against one.
 */
export const farthestFromBoth = 0.015;

/** Times that the other required funds are nearer to the index than to the fund where the fund is the wrong one. */
const nearer = 2;

/**
 * The steps of required funds away from the index that each follows that cannot be, each fund's first. The fund is named
 * where the other funds' moves of the day side with its index, and the index, on which nothing depends, where they do not.
 */
export function stepsOffIndex(edition: Edition, market: ReadonlyMap<string, Bars>): ImpossibleMove[] {
  const { required, symbols } = edition;
  return symbols.flatMap(({ symbol, follows }) => {
    const [fund, index] = [market.get(symbol), market.get(follows ?? '')];
    if (fund === undefined || index === undefined || !required.includes(symbol)) return [];
    const peers = required.filter((other) => other !== symbol).flatMap((other) => market.get(other) ?? []);
    return steps('index', edition, fund, [index, ...peers], everyMove, (step) =>
      offIndex(edition, symbol, index.symbol, step),
    );
  });
}

function offIndex(
  { fund, underlying }: Edition,
  symbol: string,
  follows: string,
  { session, move, others }: PriceStep,
): ImpossibleMove | null {
  const index = others.find((other) => other.symbol === follows);
  if (index === undefined) return null;
  const peers = others.filter((other) => other !== index);
  const apart = move - index.move;
  if (Math.abs(apart) <= farthestFromBoth) return null;
  const moves = peers.map((peer) => ({
    ...peer,
    move: peer.symbol === fund.symbol ? peer.move / fund.beta : peer.move,
  }));
  const told = symbol === underlying ? moves.find((peer) => peer.symbol === fund.symbol) : undefined;
  const fromBoth =
    told === undefined ? 0 : Math.min(apart / Math.sign(apart), (move - told.move) / Math.sign(apart));
  if (fromBoth <= farthestFromBoth && Math.abs(apart) <= farthestFromIndex) return null;
  const nearest = (to: number) => Math.min(...moves.map((peer) => Math.abs(peer.move - to)));
  const isFund = fromBoth > farthestFromBoth || nearest(move) > nearer * nearest(index.move);
  const wrong = isFund ? symbol : index.symbol;
  const beside = peers.map((peer) => `, ${peer.symbol} by ${signedPercent(peer.move)}`).join('');
  return {
    session,
    symbols: [wrong],
    suspects: [wrong],
    text: `${symbol} moves by ${signedPercent(move)} on ${session}, ${index.symbol}, its index, by ${signedPercent(index.move)}${beside}: ${isFund ? cause(move) : `a wrong price of ${index.symbol}`}`,
  };
}
