import { isCovered, sessionsAfter } from '../calendar/nyse.ts';
import type { Edition, LeveragedFund } from '../editions/edition.ts';
import type { Bars } from '../series/bars.ts';
import { positionOf } from '../series/position.ts';
import { signedPercent } from './percent.ts';

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

/** Sessions that may lie between two bars that are compared: a longer hole can hold any move. */
const longestStep = 5;

/** A step between two bars that no fund makes. */
export interface ImpossibleMove {
  /** The session that has the price after the step. */
  readonly session: string;
  /** The symbol that is wrong, or the two of which one is. */
  readonly symbols: readonly string[];
  /** All that were compared, the likelier to be wrong first. */
  readonly suspects: readonly string[];
  readonly text: string;
}

type Market = ReadonlyMap<string, Bars>;

/**
 * The steps in funds' histories up to a session that no fund makes, each symbol's first. Companies and indices may
 * move by anything and are not looked at.
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
    return steps(edition, bars, others, largestMoveAlone, (step) => unlevered(edition, symbol, step));
  });
  const under = market.get(underlying);
  const leveraged = [fund, inverse].flatMap((one) => {
    const bars = market.get(one.symbol);
    return bars === undefined || under === undefined
      ? []
      : steps(edition, bars, [under], everyMove, (step) => apart(one, underlying, step));
  });
  return [...plain, ...leveraged].filter((found) => found.session <= session);
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

/** A symbol's move between two of its bars, and the others' between the same two, where they have both. */
interface Step {
  readonly session: string;
  readonly move: number;
  readonly others: readonly { readonly symbol: string; readonly move: number }[];
}

function unlevered(
  { fund }: Edition,
  symbol: string,
  { session, move, others }: Step,
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

function apart({ symbol, beta }: LeveragedFund, underlying: string, step: Step): ImpossibleMove | null {
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

/** What may lie behind a step. */
const cause = (move: number): string =>
  `a wrong price, or a split${splitOf(1 + move)} that is not adjusted for`;

const ratios = [
  [5, 4],
  [4, 3],
  [3, 2],
  [2, 1],
  [3, 1],
  [4, 1],
  [5, 1],
  [10, 1],
] as const;

/** The usual split nearest to a ratio of prices, ", 3 for 2," in words; empty when none is within 4 %. */
function splitOf(ratio: number): string {
  const named = ratios.flatMap(([a, b]) => [
    { ratio: b / a, words: ` of ${a} for ${b}` },
    { ratio: a / b, words: ` of ${b} for ${a}` },
  ]);
  const away = (one: { readonly ratio: number }) => Math.abs(Math.log(one.ratio / ratio));
  const [nearest] = named.toSorted((a, b) => away(a) - away(b));
  return nearest !== undefined && away(nearest) < 0.04 ? nearest.words : '';
}

/** Below the size of any move: all are looked at. */
const everyMove = -1;

interface Known {
  readonly edition: Edition;
  readonly others: readonly Bars[];
  readonly first: ImpossibleMove | null;
}

/** What was found in a history compared with others: whole histories are looked at once, however many sessions read them. */
const known = new WeakMap<Bars, Known>();

function steps(
  edition: Edition,
  bars: Bars,
  others: readonly Bars[],
  least: number,
  judge: (step: Step) => ImpossibleMove | null,
): ImpossibleMove[] {
  const before = known.get(bars);
  const same =
    before?.edition === edition &&
    before.others.length === others.length &&
    before.others.every((one, i) => one === others[i]);
  const first = before !== undefined && same ? before.first : firstOf(bars, others, least, judge);
  known.set(bars, { edition, others, first });
  return first === null ? [] : [first];
}

/** @param least the size of a move up to which the others need no look */
function firstOf(
  bars: Bars,
  others: readonly Bars[],
  least: number,
  judge: (step: Step) => ImpossibleMove | null,
): ImpossibleMove | null {
  const { sessions } = bars;
  const prices = bars.close ?? bars.adjusted;
  if (prices === null) return null;
  const besides = (row: number, from: string, to: string) =>
    others.flatMap((other) => {
      const move = moveOf(other, from, to, row + other.sessions.length - sessions.length);
      return move === null ? [] : [{ symbol: other.symbol, move }];
    });
  for (let row = 1; row < sessions.length; row++) {
    const move = prices[row]! / prices[row - 1]! - 1;
    if (Math.abs(move) <= least) continue;
    const [from, to] = [sessions[row - 1]!, sessions[row]!];
    const found = judge({
      session: to,
      move,
      others: besides(row, from, to),
    });
    if (found !== null && isNear(from, to)) return found;
  }
  return null;
}

/**
 * A symbol's move from one session to another, where these are two of its bars in a row.
 * @param near the row where the second one usually is: most histories end together
 */
function moveOf(bars: Bars, from: string, to: string, near: number): number | null {
  const row = bars.sessions[near] === to ? near : positionOf(bars.sessions, to);
  const prices = bars.close ?? bars.adjusted;
  if (prices === null || row < 1 || bars.sessions[row - 1] !== from) return null;
  return prices[row]! / prices[row - 1]! - 1;
}

const isNear = (from: string, to: string): boolean =>
  !isCovered(from) || !isCovered(to) || sessionsAfter(from, to) <= longestStep;
