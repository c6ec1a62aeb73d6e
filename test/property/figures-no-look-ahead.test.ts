import { describe, expect, it } from 'vitest';
import { tna } from '../../lambda/editions/tna.ts';
import { figureBook } from '../../lambda/figures/index.ts';
import { panelOf } from '../../lambda/market-data/panel-of.ts';
import { viewOf } from '../../lambda/market-data/session-view.ts';
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

  it('a panel that served other sessions before changes none either', () => {
    const histories = madeUpMarket(tna, '2015-06-01', 900, 11);
    const panel = panelOf(tna, histories.market, histories.macro, []);
    for (const row of [899, 640, 130, 850])
      expect(figureBook(viewOf(panel, histories.sessions[row]!)).toRecord()).toEqual(
        bookOf(histories, histories.sessions[row]!),
      );
  });

  it('of no macro observation that is dated later, but of the target on an evening of decision', () => {
    const histories = madeUpMarket(tna, '2015-06-01', 300, 3);
    const datedLater = (session: string) => ({
      ...histories,
      macro: new Map(
        [...histories.macro].map(([id, series]) => {
          const values = series.values.map((value, row) =>
            series.dates[row]! > session ? 9 * value : value,
          );
          return [id, { ...series, values }] as const;
        }),
      ),
    });
    const changed = (session: string) => {
      const [book, other] = [bookOf(histories, session), bookOf(datedLater(session), session)];
      return Object.keys(book).filter((id) => book[id]!.value !== other[id]!.value);
    };
    // The decision of 16 March 2016, the sessions around it, the end of a month and of a year.
    for (const session of ['2016-03-15', '2016-03-17', '2016-03-31', '2015-12-31'])
      expect(changed(session), session).toEqual([]);
    const moved = changed('2016-03-16');
    expect(moved).toContain('macro.fedfunds.upper');
    // Figures of the target: readings of it, and the claims that rest on the gap to it.
    for (const id of moved)
      expect(id).toMatch(
        /^(macro\.(fedfunds\.(upper|lower)|policygap)|claim\.(21|43|48|59)|claims|balance\.macro)(\.|$)/,
      );
  });
});
