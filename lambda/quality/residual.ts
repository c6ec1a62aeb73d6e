import { previousSession } from '../calendar/nyse.ts';
import type { Edition } from '../editions/edition.ts';
import type { Bars } from '../series/bars.ts';
import { positionOf } from '../series/position.ts';

/**
 * Further than this from its multiple of the underlying in a day, a fraction, one of the two prices may be wrong: seven
 * of the 3,772 sessions of 2011 to 2025, all of them in February and March 2020.
 */
export const residualAlarm = 0.01;

/**
 * The fund's return on a session less its multiple of the underlying's, a fraction; null where one of the four prices is
 * absent.
 */
export function residualOf(
  { fund, underlying }: Pick<Edition, 'fund' | 'underlying'>,
  market: ReadonlyMap<string, Bars>,
  session: string,
): number | null {
  const [made, under] = [fund.symbol, underlying].map((symbol) => returnOf(market.get(symbol), session));
  return made == null || under == null ? null : made - fund.beta * under;
}

function returnOf(bars: Bars | undefined, session: string): number | null {
  const prices = bars?.adjusted ?? bars?.close;
  if (bars === undefined || prices == null) return null;
  const row = positionOf(bars.sessions, session);
  return row > 0 && bars.sessions[row - 1] === previousSession(session)
    ? prices[row]! / prices[row - 1]! - 1
    : null;
}
