import { expect, it } from 'vitest';
import { compose } from '../../lambda/briefing/compose.ts';
import { tna } from '../../lambda/editions/tna.ts';
import { panelOf } from '../../lambda/market-data/panel-of.ts';
import { madeUpMarket } from '../support/made-up-market.ts';
import { headerOf } from '../support/sentences.ts';

const { market, macro, sessions } = madeUpMarket(tna, '2018-03-05', 700, 29);
const panel = () => panelOf(tna, market, macro, []);

// A backfill makes them all of one panel, which remembers what it computed; a daily run has a panel of its own.
it('a session’s report is the same whatever other sessions its panel was asked for before', () => {
  const shared = panel();
  const order = [-7, -6, -1, -3, -2].map((back) => sessions.at(back)!);
  for (const session of order) {
    const report = compose(shared, headerOf(session));
    expect(report.series['spark.macro.rvx'], session).toBeDefined();
    expect(report, session).toEqual(compose(panel(), headerOf(session)));
  }
});
