import { type Basis, joint, worstStatus } from '../../market-data/basis.ts';
import { type LazyColumn, lazyColumn } from '../../market-data/lazy-column.ts';
import { memo, weakMemo } from '../../market-data/memo.ts';
import type { Panel } from '../../market-data/panel.ts';
import type { SessionView } from '../../market-data/session-view.ts';
import type { SymbolView } from '../../market-data/symbol-view.ts';
import type { Reason } from '../../series/reason.ts';
import type { FigureBook } from '../book.ts';
import { lacksPoint } from '../windows.ts';
import { type Absent, absent, figureBasis, write } from '../write.ts';
import { growthColumn } from './price-columns.ts';

export const leaderWindows = [21, 63, 126] as const;

/** Return over n sessions of the basket, of the substitute fund where a member has none. */
export const leadersColumn = weakMemo((panel: Panel) =>
  memo((n: number): LazyColumn => {
    const { basket, claims } = panel.edition;
    const members = basket.members.map((member) => growthColumn(panel)(member)(n));
    const standIn = growthColumn(panel)(claims.leaders.standIn)(n);
    return lazyColumn(panel.axis.sessions.length, (t) => {
      const made = basketOf(members, t);
      return Number.isNaN(made) ? standIn(t) : made;
    });
  }),
);

function basketOf(members: readonly LazyColumn[], t: number): number {
  let sum = 0;
  for (const member of members) sum += member(t);
  return sum / members.length;
}

/**
 * `return.MEGA.21d`, `.63d`, `.126d`: the return of the edition's basket or, while a member has none, of the fund that
 * is the substitute; `excess.IWM:MEGA` and `excess.MEGA:RSP`, what the underlying made beyond it, and it beyond equal weights.
 */
export function leaders(view: SessionView, book: FigureBook): void {
  const { claims, underlying, equalWeights } = view.edition;
  const { id } = claims.leaders;
  const [equal] = equalWeights.pair;
  for (const n of leaderWindows) {
    const ours = `return.${id}.${n}d`;
    const made = leadersColumn(view.panel)(n)(view.index);
    const basis = basisOver(view, n);
    write(book, ours, { unit: 'fraction', method: 'leaders return' }, basis, () =>
      Number.isNaN(made) ? lacking(view.symbol(claims.leaders.standIn), n) : made,
    );
    const less = (pair: string, other: string, of: (made: number) => number) => {
      const one = view.symbol(other);
      const growth = growthColumn(view.panel)(other)(n)(view.index);
      write(
        book,
        `excess.${pair}.${n}d`,
        { unit: 'fraction', method: 'excess return' },
        joint(one.adjusted, figureBasis(book, ours)),
        () => (Number.isNaN(growth) ? lacking(one, n) : of(growth)),
      );
    };
    less(`${underlying}:${id}`, underlying, (growth) => growth - made);
    less(`${id}:${equal}`, equal, (growth) => made - growth);
  }
}

/** What the return rests on: the members where all have one, else the substitute fund. */
function basisOver({ edition, panel, symbol, index }: SessionView, n: number): Basis {
  const { basket, claims } = edition;
  const members = basket.members.map((member) => growthColumn(panel)(member)(n));
  if (!Number.isNaN(basketOf(members, index)))
    return joint(...basket.members.map((member) => symbol(member).adjusted));
  const { adjusted } = symbol(claims.leaders.standIn);
  const standsIn: Reason = { code: 'stands-in', subject: claims.leaders.standIn, replaces: basket.id };
  return adjusted.status === 'missing'
    ? adjusted
    : {
        ...adjusted,
        status: worstStatus([adjusted.status, 'proxy']),
        reasons: [standsIn, ...(adjusted.reasons ?? [])],
      };
}

const lacking = (view: SymbolView, n: number): Absent =>
  lacksPoint(view, n) ?? absent({ code: 'not-computable' });
