import { expect, it } from 'vitest';
import { tna } from '../../lambda/editions/tna.ts';
import { figureBook } from '../../lambda/figures/index.ts';
import { once } from '../../lambda/market-data/memo.ts';
import type { Panel } from '../../lambda/market-data/panel.ts';
import { panelOf } from '../../lambda/market-data/panel-of.ts';
import { viewOf } from '../../lambda/market-data/session-view.ts';
import { agree } from '../support/agreement.ts';
import { figureOf } from '../support/published.ts';
import { panelOfReal, type RealMarket, realMarket } from '../support/real-market.ts';
import { describeShared } from '../support/shared.ts';

const histories = once(realMarket);
const whole = once(() => panelOfReal(histories()));

const bookOf = (session: string, panel: Panel = whole()) => figureBook(viewOf(panel, session));

/** The real histories with the target cut off after a day. */
function targetThrough(last: string): Panel {
  const { market, macro }: RealMarket = histories();
  const cut = new Map(macro);
  for (const id of ['DFEDTARU', 'DFEDTARL']) {
    const { dates, values } = macro.get(id)!;
    const length = dates.findIndex((date) => date > last);
    cut.set(id, { id, dates: dates.slice(0, length), values: values.slice(0, length) });
  }
  return panelOf(tna, market, cut, []);
}

describeShared('the target of the Federal Reserve on real sessions', () => {
  it.each([
    // The two cuts of March 2020 came between meetings.
    ['2020-03-03', 0.0175, null],
    ['2020-03-04', 0.0125, null],
    ['2020-03-16', 0.0025, 0.00365],
    ['2022-06-15', 0.0175, 0.01825],
    ['2022-06-16', 0.0175, 0.01575],
    ['2024-09-18', 0.05, -0.01285],
    ['2024-09-19', 0.05, -0.01265],
    ['2025-12-10', 0.0375, -0.00015],
    ['2025-12-11', 0.0375, -0.00085],
    ['2025-12-12', 0.0375, null],
  ])('on %s is %f', (session, upper, gap) => {
    const book = bookOf(session);
    expect(figureOf(book, 'macro.fedfunds.upper')).toMatchObject({ value: upper, status: 'fresh' });
    if (gap !== null) expect(agree(book.number('macro.policygap')!, gap)).toBe(true);
  });

  it('on an evening of decision without the next day’s stays as it was, stale, without a gap', () => {
    const book = bookOf('2025-12-10', targetThrough('2025-12-10'));
    expect(figureOf(book, 'macro.fedfunds.upper')).toMatchObject({
      value: 0.04,
      status: 'stale',
      reason: "as before today's decision",
    });
    expect(book.get('macro.policygap').value).toBeNull();
  });
});

describeShared('the newest period that a real evening knew', () => {
  // What was published when: the publishers' releases, as reviewed; the session, the figure, the period.
  it.each<[string, string, string]>([
    ['2025-12-31', 'macro.pce.yoy', '2025-09-01'],
    ['2025-12-31', 'macro.corepce.yoy', '2025-09-01'],
    ['2025-12-31', 'macro.housing', '2025-08-01'],
    ['2025-12-31', 'macro.retail.yoy', '2025-10-01'],
    ['2025-12-31', 'macro.orders.yoy', '2025-10-01'],
    ['2025-12-31', 'macro.capex.yoy', '2025-10-01'],
    ['2025-12-31', 'macro.cpi.yoy', '2025-11-01'],
    ['2025-12-31', 'macro.payrolls.3m', '2025-11-01'],
    ['2025-12-31', 'macro.indpro.yoy', '2025-11-01'],
    ['2025-12-31', 'macro.gdp.saar', '2025-07-01'],
    ['2025-11-14', 'macro.payrolls.3m', '2025-08-01'],
    ['2025-11-14', 'macro.unrate', '2025-08-01'],
    ['2025-11-14', 'macro.gdp.saar', '2025-04-01'],
    ['2025-11-14', 'macro.pce.yoy', '2025-08-01'],
    ['2025-11-14', 'macro.retail.yoy', '2025-08-01'],
    ['2025-11-14', 'macro.orders.yoy', '2025-08-01'],
    ['2025-11-14', 'macro.indpro.yoy', '2025-08-01'],
    ['2025-11-14', 'macro.housing', '2025-08-01'],
    ['2025-11-14', 'macro.openings', '2025-08-01'],
    ['2020-03-16', 'macro.retail.yoy', '2020-01-01'],
    ['2020-03-16', 'macro.openings', '2019-12-01'],
    ['2020-03-16', 'macro.philadelphia', '2020-02-01'],
    ['2020-03-18', 'macro.empire', '2020-03-01'],
    ['2020-03-17', 'macro.retail.yoy', '2020-02-01'],
    ['2019-01-31', 'macro.gdp.saar', '2018-07-01'],
    ['2019-01-31', 'macro.pce.yoy', '2018-11-01'],
    ['2019-01-31', 'macro.retail.yoy', '2018-11-01'],
    ['2019-01-31', 'macro.housing', '2018-11-01'],
    ['2013-10-10', 'macro.unrate', '2013-08-01'],
    ['2013-10-10', 'macro.payrolls.3m', '2013-08-01'],
    ['2025-01-08', 'macro.unrate', '2024-11-01'],
    ['2020-01-08', 'macro.unrate', '2019-11-01'],
    ['2023-03-08', 'macro.payrolls.3m', '2023-01-01'],
    ['2015-03-16', 'macro.cpi.yoy', '2015-01-01'],
    ['2025-05-28', 'macro.nfci', '2025-05-16'],
    ['2025-10-13', 'macro.ust2y', '2025-10-09'],
  ])('on %s of %s is %s', (session, id, period) => {
    expect(bookOf(session).get(`${id}.period`).value).toBe(period);
  });

  it('says the day of publication as a fact, and a computed one as the usual', () => {
    const book = bookOf('2025-12-31');
    expect(book.word('macro.cpi.yoy.knownsince')).toBe('2025-12-18');
    expect(book.word('macro.unrate.knownsince')).toBe('2025-12-16');
    expect(book.word('macro.indpro.yoy.knownsince')).toBe('2025-12-23');
    expect(book.word('macro.gdp.saar.knownsince')).toBe('2025-12-23');
    expect(book.get('macro.nfci.knownsince').value).toBeNull();
    expect(book.word('macro.nfci.usualdate')).toBe('2025-12-25');
  });
});

describeShared('the Sahm reading of real months', () => {
  it.each([
    ['2018-08-15', 0.4, null],
    ['2019-07-15', 0.425, null],
    ['2015-07-15', 0.5667, 0],
    ['2020-03-16', 94 / 120, null],
  ])('on %s ranks at %f', (session, percentile, sahm) => {
    const book = bookOf(session);
    expect(book.number('macro.sahm.percentile')).toBeCloseTo(percentile, 4);
    if (sahm !== null) expect(book.number('macro.sahm')).toBe(sahm);
  });
});
