import { isCovered, sessionsAfter } from '../calendar/nyse.ts';
import type { Edition } from '../editions/edition.ts';
import type { Bars } from '../series/bars.ts';
import { positionOf } from '../series/position.ts';

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

/** A symbol's move between two of its bars, and the others' between the same two, where they have both. */
export interface PriceStep {
  readonly session: string;
  readonly move: number;
  readonly others: readonly { readonly symbol: string; readonly move: number }[];
}

/** Below the size of any move: all are looked at. */
export const everyMove = -1;

/** What is held against what: of a kind each history is looked at once, however many sessions read it. */
type Kind = 'alone' | 'multiple' | 'index' | 'band';

interface Known {
  readonly edition: Edition;
  readonly others: readonly Bars[];
  readonly first: ImpossibleMove | null;
}

const known: Readonly<Record<Kind, WeakMap<Bars, Known>>> = {
  alone: new WeakMap(),
  multiple: new WeakMap(),
  index: new WeakMap(),
  band: new WeakMap(),
};

/**
 * The first step of a history, if there is any, that a rule names when it holds it against the others' of the same two days.
 *
 * @param least the size of a move up to which the others need no look
 */
export function steps(
  kind: Kind,
  edition: Edition,
  bars: Bars,
  others: readonly Bars[],
  least: number,
  judge: (step: PriceStep) => ImpossibleMove | null,
): ImpossibleMove[] {
  const before = known[kind].get(bars);
  const same =
    before?.edition === edition &&
    before.others.length === others.length &&
    before.others.every((one, i) => one === others[i]);
  const first = before !== undefined && same ? before.first : firstOf(bars, others, least, judge);
  known[kind].set(bars, { edition, others, first });
  return first === null ? [] : [first];
}

function firstOf(
  bars: Bars,
  others: readonly Bars[],
  least: number,
  judge: (step: PriceStep) => ImpossibleMove | null,
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
