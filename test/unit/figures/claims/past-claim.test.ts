import { beforeAll, describe, expect, it } from 'vitest';
import { tna } from '../../../../lambda/editions/tna.ts';
import { ledgerOf } from '../../../../lambda/figures/claims/ledger.ts';
import { pastClaim } from '../../../../lambda/figures/claims/past-claim.ts';
import { figureBook } from '../../../../lambda/figures/index.ts';
import type { Panel } from '../../../../lambda/market-data/panel.ts';
import { panelOf } from '../../../../lambda/market-data/panel-of.ts';
import { viewOf } from '../../../../lambda/market-data/session-view.ts';
import type { PastCall } from '../../../../lambda/series/calls.ts';
import { madeUpMarket } from '../../../support/made-up-market.ts';
import { figureOf } from '../../../support/published.ts';

/** Claim 60, which rests on what would have been called until fifteen published calls lie side by side. */
describe('the claim that published calls decide', () => {
  const { market, macro, sessions } = madeUpMarket(tna, '2015-06-01', 1500, 5);
  let panel: Panel;
  /** A call for the same side on every session, so that every 21st lies apart from the last. */
  const calledFrom = (first: number, side: 1 | -1) => ({
    chain: { kind: 'intact' } as const,
    calls: sessions.slice(first, -1).map((session): PastCall => ({ session, side })),
  });
  const at = (row: number, first: number, side: 1 | -1) => {
    const view = viewOf(panel, sessions[row]!, calledFrom(first, side));
    return { view, book: figureBook(view) };
  };
  beforeAll(() => {
    panel = panelOf(tna, market, macro, []);
  });
  const last = sessions.length - 1;
  // The fifteenth call side by side is the one 14 × 21 sessions after the first; it is graded 21 later.
  const enough = last - 15 * 21;

  it('rests on stances, as a proxy, while fourteen lie side by side', () => {
    const { book } = at(last, enough + 1, 1);
    expect(book.number('calls.IWM:SPY.21d.apart')).toBe(14);
    expect(figureOf(book, 'claim.60')).toMatchObject({
      status: 'proxy',
      inputs: ['stance.IWM:SPY.21d.low', 'stance.IWM:SPY.21d.baseline', 'stance.IWM:SPY.21d.hitrate'],
      reason: expect.stringContaining('stands in for published calls'),
    });
    expect(book.number('claim.60.lead')).toBe(book.number('stance.IWM:SPY.21d.hitrate'));
  });

  it('rests on published calls, as no proxy, from fifteen on', () => {
    const { book } = at(last, enough, 1);
    expect(book.number('calls.IWM:SPY.21d.apart')).toBe(15);
    expect(figureOf(book, 'claim.60')).toMatchObject({
      status: 'fresh',
      inputs: ['calls.IWM:SPY.21d.low', 'calls.IWM:SPY.21d.baseline', 'calls.IWM:SPY.21d.hitrate'],
    });
    expect(book.number('claim.60.lead')).toBe(book.number('calls.IWM:SPY.21d.hitrate'));
    expect(book.number('claim.60.lead')).not.toBe(book.number('stance.IWM:SPY.21d.hitrate'));
    // Calls of one side alone know how often it is ahead, and nothing more: their rate is luck’s.
    expect(book.word('claim.60')).toBe('not supported');
  });

  it('has a past that turns from one to the other on the session with the fifteenth', () => {
    const { view } = at(last, enough - 100, 1);
    const past = pastClaim(view, '60');
    const stances = ledgerOf(panel).get('60')!;
    const t = (row: number) => panel.axis.indexOf(sessions[row]!);
    expect(past.unknown).toEqual([]);
    expect(past.lead(t(last - 101))).toBe(stances.lead(t(last - 101)));
    expect(past.lead(t(last - 100))).not.toBe(stances.lead(t(last - 100)));
    for (const row of [last - 150, last - 101, last - 100, last - 40]) {
      const { book } = at(row, enough - 100, 1);
      expect(past.verdict(t(row)), sessions[row]).toBe(book.word('claim.60'));
      expect(past.lead(t(row))).toBe(book.number('claim.60.lead'));
    }
  });

  it('is the ledger’s own of a claim that no count changes', () => {
    const { view } = at(last, enough, 1);
    expect(pastClaim(view, '07')).toBe(ledgerOf(panel).get('07'));
  });
});
