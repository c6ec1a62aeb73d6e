import { describe, expect, it } from 'vitest';
import { figureBook } from '../../lambda/briefing/figures/index.ts';
import { panelOf, viewOf } from '../../lambda/briefing/panel.ts';
import { tna } from '../../lambda/editions/tna.ts';
import fc from '../support/fast-check.ts';
import { madeUpMarket } from '../support/made-up-market.ts';
import { bookOf, expectNoLookAhead } from '../support/no-look-ahead.ts';

describe('no figure of a session changes with what comes after it', () => {
  it('on random walks', () => {
    const histories = madeUpMarket(tna, '2015-06-01', 900, 7);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 899 }), fc.integer(), (row, seed) =>
        expectNoLookAhead(histories, histories.sessions[row]!, seed),
      ),
      { numRuns: 8 },
    );
  });

  it('nor does a panel that served other sessions before', () => {
    const histories = madeUpMarket(tna, '2015-06-01', 900, 11);
    const panel = panelOf(tna, histories.market, histories.macro, []);
    for (const row of [899, 640, 130, 850])
      expect(figureBook(viewOf(panel, histories.sessions[row]!)).toRecord()).toEqual(
        bookOf(histories, histories.sessions[row]!),
      );
  });
});
