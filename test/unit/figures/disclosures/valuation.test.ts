import { describe, expect, it } from 'vitest';
import { tna } from '../../../../lambda/editions/tna.ts';
import { FigureBook } from '../../../../lambda/figures/book.ts';
import { valuation } from '../../../../lambda/figures/disclosures/valuation.ts';
import { panelOf } from '../../../../lambda/market-data/panel-of.ts';
import { viewOf } from '../../../../lambda/market-data/session-view.ts';
import type { ShareSplit } from '../../../../lambda/series/bars.ts';
import { noDisclosures } from '../../../../lambda/series/disclosures.ts';
import type { Fact, Filings } from '../../../../lambda/series/filings.ts';
import { figureOf } from '../../../support/published.ts';

const edition = {
  ...tna,
  basket: { ...tna.basket, members: ['GOOGL'] },
  filers: tna.filers.filter(({ symbol }) => symbol === 'GOOGL'),
};
const sessions = ['2022-07-14', '2022-07-15', '2022-07-18', '2022-07-19', '2022-07-26', '2022-07-27'];
const filed = (concept: string, facts: readonly Fact[]): ReadonlyMap<string, Filings> =>
  new Map([['GOOGL', { symbol: 'GOOGL', company: 1_652_044, concept, facts }]]);
const income = [
  { start: '2021-07-01', end: '2021-09-30', value: 18_936, filed: '2021-10-27' },
  { start: '2021-10-01', end: '2021-12-31', value: 20_642, filed: '2022-02-02' },
  { start: '2022-01-01', end: '2022-03-31', value: 16_436, filed: '2022-04-27' },
  { start: '2022-04-01', end: '2022-06-30', value: 16_002, filed: '2022-07-27' },
];
/** Alphabet's shares, split twenty for one on 18 July 2022: stated before it in April, after it on 27 July. */
const shares = [
  { start: '2022-01-01', end: '2022-03-31', value: 665, filed: '2022-04-27' },
  { start: '2022-04-01', end: '2022-06-30', value: 13_278, filed: '2022-07-27' },
];

/** @param splits as the source of the prices states them; null where it states none */
function bookOn(session: string, splits: readonly ShareSplit[] | null, facts: readonly Fact[] = income) {
  // Adjusted for the split, as sources give them: 112 dollars throughout.
  const close = new Float64Array(sessions.length).fill(112);
  const bars = {
    symbol: 'GOOGL',
    sessions,
    open: close,
    high: close,
    low: close,
    close,
    adjusted: close,
    volume: close,
  };
  const market = new Map([['GOOGL', splits === null ? bars : { ...bars, splits }]]);
  const disclosures = { ...noDisclosures, income: filed('income', facts), shares: filed('shares', shares) };
  const book = new FigureBook();
  valuation(viewOf(panelOf(edition, market, new Map(), [], disclosures), session), book);
  return (id: string) => figureOf(book, `valuation.${id}`);
}

const split = [{ exDate: '2022-07-18', ratio: 20 }];

describe('the value of a company', () => {
  it.each(['2022-07-14', '2022-07-15', '2022-07-18', '2022-07-26'])(
    'on %s takes shares filed before a split times its ratio: prices have it throughout',
    (session) => {
      expect(bookOn(session, split)('GOOGL.value').value).toBe(112 * 665 * 20);
    },
  );

  it('takes shares filed after the split as they are, though their quarter ended before it', () => {
    expect(bookOn('2022-07-27', split)('GOOGL.value').value).toBe(112 * 13_278);
  });

  it('is missing where the source of the prices does not state splits', () => {
    expect(bookOn('2022-07-27', null)('GOOGL.value')).toMatchObject({
      value: null,
      reason: 'the source of the prices of GOOGL does not say its splits',
    });
    expect(bookOn('2022-07-27', [])('GOOGL.value').value).toBe(112 * 13_278);
  });
});

describe('price over earnings', () => {
  it('is the value over four quarters, of one and of all together', () => {
    const figure = bookOn('2022-07-27', split);
    const expected = (112 * 13_278) / (18_936 + 20_642 + 16_436 + 16_002);
    expect(figure('GOOGL.pe').value).toBeCloseTo(expected, 12);
    expect(figure('MEGA7.pe').value).toBeCloseTo(expected, 12);
  });

  it('is missing on the evening before the fourth quarter is filed', () => {
    expect(bookOn('2022-07-26', split)('MEGA7.pe').reason).toBe('no quarter filed by GOOGL');
  });

  it.each([
    [-56_014, null],
    [-56_013, 112 * 13_278],
  ])('with a last quarter of %i is %s', (last, expected) => {
    const facts = [...income.slice(0, 3), { ...income[3]!, value: last }];
    const figure = bookOn('2022-07-27', split, facts)('GOOGL.pe');
    expect(figure.value).toBe(expected);
    if (expected === null) expect(figure.reason).toBe('the four quarters together are a loss');
  });
});

it('without filings only the sum is there, missing with its reason', () => {
  const book = new FigureBook();
  valuation(viewOf(panelOf(tna, new Map(), new Map(), []), '2025-12-31'), book);
  expect(book.entries().map(([id]) => id)).toEqual(['valuation.MEGA7.pe']);
  expect(figureOf(book, 'valuation.MEGA7.pe').reason).toBe('no company filings are at hand');
});
