import { previousSession } from '../calendar/nyse.ts';
import type { Edition } from '../editions/edition.ts';
import type { Bars } from '../series/bars.ts';
import type { Flag } from '../series/flag.ts';
import { positionOf } from '../series/position.ts';
import { signedPercent } from './percent.ts';
import { followsIndex, strayFromIndex } from './twins.ts';

/**
 * Further than this from its index in a day, a fraction, one of the two closes may be wrong: of 2,391 sessions of 2016 to
 * 2025 IWM's six and SPY's one, all in March 2020.
 */
const indexAlarm = 0.01;

type Market = ReadonlyMap<string, Bars>;

/** What the indices at hand say of the required funds that follow one: of the session's move, and of whose prices they are. */
export function againstIndices({ required, symbols }: Edition, session: string, market: Market): Flag[] {
  const followed = symbols.flatMap(({ symbol, follows }) => {
    const [fund, index] = [market.get(symbol), market.get(follows ?? '')];
    return fund === undefined || follows === undefined ? [] : [{ symbol, fund, follows, index }];
  });
  return followed.flatMap(({ symbol, fund, follows, index }) => {
    if (!required.includes(symbol)) return [];
    const subject = `bars:${symbol}`;
    const code = 'apart-from-index' as const;
    const other = followed.find(
      (one) => one.follows !== follows && one.index !== undefined && followsIndex(fund, one.index),
    );
    if (other !== undefined && (index === undefined || !followsIndex(fund, index)))
      return [{ subject, code, text: `its closes go with ${other.follows}, which ${other.symbol} follows` }];
    if (index !== undefined && strayFromIndex(fund, index))
      return [{ subject, code, text: `its closes of a year do not go with ${follows}, its index` }];
    const [own, its] = [moveOn(fund, session), index === undefined ? null : moveOn(index, session)];
    if (own === null || its === null || Math.abs(own - its) <= indexAlarm) return [];
    const text = `${signedPercent(own)} on ${session}, and ${follows}, its index, ${signedPercent(its)}`;
    return [{ subject, code, text, sessions: [session], value: own - its }];
  });
}

/** The move of the price from the session before, a fraction; null without both closes. */
function moveOn({ sessions, close, adjusted }: Bars, session: string): number | null {
  const prices = close ?? adjusted;
  const row = positionOf(sessions, session);
  return prices === null || row < 1 || sessions[row - 1] !== previousSession(session)
    ? null
    : prices[row]! / prices[row - 1]! - 1;
}
