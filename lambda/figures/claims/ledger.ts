import { inputsOf, operandValue, type Read, verdictOf } from '../../analytics/verdict.ts';
import type { Claim, ClaimVerdict } from '../../editions/claim.ts';
import { type LazyColumn, lazyColumn } from '../../market-data/lazy-column.ts';
import { weakMemo } from '../../market-data/memo.ts';
import type { Panel } from '../../market-data/panel.ts';
import { type PastFigure, pastFigure } from './columns.ts';

/** Sessions over which a verdict is followed, the session's own among them. */
export const ledgerSessions = 252;

/** Every verdict that there is; the place in the list is what a column of them holds. */
export const verdicts = [
  'supported',
  'mixed',
  'not supported',
  'not computable',
] as const satisfies ClaimVerdict[];

/** What was said of one claim on every session, and what it led with. */
export interface PastClaim {
  readonly claim: Claim;
  readonly verdict: (t: number) => ClaimVerdict;
  readonly lead: LazyColumn;
  /** Figures that its rule reads and whose past is not kept: what was said before cannot be known. */
  readonly unknown: readonly string[];
}

/** The claims of a panel's edition through all its sessions, each computed once and when it is asked for. */
export const ledgerOf = weakMemo((panel: Panel): ReadonlyMap<string, PastClaim> => {
  const { rows, balance } = panel.edition.claims;
  const { length } = panel.axis.sessions;
  const figures = new Map<string, PastFigure | undefined>();
  let at = 0;
  const read: Read = (id) => {
    if (id === balance.id) return balanceOf(balance, (number) => made.get(number)!.verdict(at));
    if (!figures.has(id)) figures.set(id, pastFigure(panel)(id));
    return figures.get(id)?.(at);
  };
  const made: ReadonlyMap<string, PastClaim> = new Map(
    rows.map((claim) => {
      const codes = lazyColumn(length, (t) => {
        at = t;
        return verdicts.indexOf(verdictOf(claim.rule, read));
      });
      const lead = lazyColumn(length, (t) => {
        at = t;
        return claim.lead === null ? Number.NaN : operandValue(claim.lead, read);
      });
      const unknown = inputsOf(claim.rule).filter(
        (id) => id !== balance.id && pastFigure(panel)(id) === undefined,
      );
      const verdict = (t: number) => verdicts[codes(t)] ?? 'not computable';
      return [claim.number, { claim, verdict, lead, unknown }];
    }),
  );
  return made;
});

/** How many of some claims are supported less how many are not; null where too few of them can be computed. */
export function balanceOf(
  { of, needed }: Panel['edition']['claims']['balance'],
  verdict: (number: string) => ClaimVerdict,
): number | null {
  const verdicts = of.map(verdict).filter((one) => one !== 'not computable');
  if (verdicts.length < needed) return null;
  return verdicts.reduce((sum, one) => sum + (one === 'supported' ? 1 : one === 'not supported' ? -1 : 0), 0);
}
