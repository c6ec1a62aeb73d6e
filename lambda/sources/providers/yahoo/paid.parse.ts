import type { Bars } from '../../../series/bars.ts';
import { heldAgainst } from '../../parsing/held-against.ts';
import { byRow, type Happened } from './events.parse.ts';

/**
 * Bars whose adjusted closes agree with what was paid. Where a split was only now brought into the prices, nothing says
 * whether the amounts before it are of the shares before or after it: those are taken that agree with more steps.
 *
 * @param change what the split made of each day's prices; null where there was nothing to bring in
 */
export function heldAgainstPaid(
  bars: Bars,
  { dividends, gains }: Pick<Happened, 'dividends' | 'gains'>,
  change: ReadonlyMap<string, number> | null,
): ReturnType<typeof heldAgainst> {
  const { sessions } = bars;
  const [paid, gained] = [byRow(sessions, dividends), byRow(sessions, gains)];
  const asTold = heldAgainst(bars, paid, gained);
  if (change === null) return asTold;
  const ofBefore = (amounts: Float64Array | null) =>
    amounts?.map((amount, row) => amount * (change.get(sessions[row]!) ?? 1)) ?? null;
  const inOldShares = heldAgainst(bars, ofBefore(paid), ofBefore(gained));
  return oddities(inOldShares) < oddities(asTold) ? inOldShares : asTold;
}

const oddities = ({ irregularities }: ReturnType<typeof heldAgainst>): number =>
  irregularities.reduce((count, { sessions }) => count + sessions.length, 0);
