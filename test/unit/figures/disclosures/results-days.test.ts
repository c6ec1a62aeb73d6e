import { describe, expect, it } from 'vitest';
import { tna } from '../../../../lambda/editions/tna.ts';
import { FigureBook } from '../../../../lambda/figures/book.ts';
import { resultsDays } from '../../../../lambda/figures/disclosures/results-days.ts';
import { panelOf } from '../../../../lambda/market-data/panel-of.ts';
import { viewOf } from '../../../../lambda/market-data/session-view.ts';
import { noDisclosures } from '../../../../lambda/series/disclosures.ts';
import { madeUpMarket } from '../../../support/made-up-market.ts';
import { figureOf } from '../../../support/published.ts';

const { market, macro, sessions } = madeUpMarket(tna, '2023-01-03', 400, 5);
const session = sessions.at(-1)!;

/** Every company published its results before each of these sessions. */
function bookOf(days: readonly string[]) {
  const results = new Map(
    tna.filers.map(({ symbol, cik }) => [symbol, { symbol, company: cik, sessions: days }]),
  );
  const book = new FigureBook();
  resultsDays(viewOf(panelOf(tna, market, macro, [], { ...noDisclosures, results }), session), book);
  return (name: string) => figureOf(book, `earnings.MEGA7.reaction.${name}`);
}

/** Of one symbol on a session, by its definition. */
function returnOn(symbol: string, day: string): number {
  const { adjusted, sessions: days } = market.get(symbol)!;
  const at = days.indexOf(day);
  return adjusted![at]! / adjusted![at - 1]! - 1;
}

describe('sessions after results', () => {
  const year = sessions.slice(-252);
  const some = year.filter((_, i) => i % 16 === 0);

  it('count once however many companies reported, and give mean and t of the lead', () => {
    const leads = some.map((day) => returnOn('IWM', day) - returnOn('QQQ', day));
    const mean = leads.reduce((sum, lead) => sum + lead, 0) / leads.length;
    const deviation = Math.sqrt(
      leads.reduce((sum, lead) => sum + (lead - mean) ** 2, 0) / (leads.length - 1),
    );
    const figure = bookOf(some);
    expect(figure('n').value).toBe(16);
    expect(figure('mean').value).toBeCloseTo(mean, 12);
    expect(figure('t').value).toBeCloseTo(mean / (deviation / Math.sqrt(leads.length)), 9);
  });

  it('before the last 252 and after the session do not count', () => {
    const figure = bookOf([sessions.at(-253)!, ...some.slice(0, 15), '2030-01-02']);
    expect(figure('n').value).toBe(15);
    expect(figure('t').value).not.toBeNull();
  });

  it('under fifteen give their number and no statistic', () => {
    const figure = bookOf(some.slice(0, 14));
    expect(figure('n').value).toBe(14);
    expect(figure('t')).toMatchObject({ value: null, status: 'missing' });
    expect(figure('t').reason).toMatch(/14/);
  });
});

it('without lists of filings every figure says so', () => {
  const book = new FigureBook();
  resultsDays(viewOf(panelOf(tna, market, macro, []), session), book);
  for (const name of ['n', 'mean', 't'])
    expect(figureOf(book, `earnings.MEGA7.reaction.${name}`).reason).toBe(
      'the days of the companies’ results are not at hand',
    );
});
