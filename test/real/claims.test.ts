import { expect, it } from 'vitest';
import { tna } from '../../lambda/editions/tna.ts';
import { ledgerOf } from '../../lambda/figures/claims/ledger.ts';
import { claimCounts } from '../support/claim-counts.ts';
import { panelOfReal, realMarket } from '../support/real-market.ts';
import { describeShared } from '../support/shared.ts';

describeShared('how often each verdict was given', () => {
  const panel = panelOfReal(realMarket());
  const { sessions } = panel.axis;
  const ends = sessions.flatMap((session, t) =>
    session >= '2009-01-01' && session <= '2025-12-31' && sessions[t + 1]?.slice(0, 7) !== session.slice(0, 7)
      ? [t]
      : [],
  );

  it('at the month ends of seventeen years is what an independent program counted', () => {
    expect(ends).toHaveLength(204);
    const found = tna.claims.rows.map(({ number }) => {
      const said = ends.map(ledgerOf(panel).get(number)!.verdict);
      const of = (verdict: string) => said.filter((one) => one === verdict).length;
      const all = ['supported', 'mixed', 'not supported', 'not computable'].map(of);
      return [number, all.join('/')];
    });
    expect(Object.fromEntries(found)).toEqual(claimCounts);
  });
});
