import { beforeAll, describe, expect, it } from 'vitest';
import { inputsOf } from '../../../../lambda/analytics/verdict.ts';
import { tna } from '../../../../lambda/editions/tna.ts';
import type { FigureBook } from '../../../../lambda/figures/book.ts';
import { pastFigure } from '../../../../lambda/figures/claims/columns.ts';
import { balanceOf, ledgerOf } from '../../../../lambda/figures/claims/ledger.ts';
import { figureBook } from '../../../../lambda/figures/index.ts';
import type { Panel } from '../../../../lambda/market-data/panel.ts';
import { panelOf } from '../../../../lambda/market-data/panel-of.ts';
import { viewOf } from '../../../../lambda/market-data/session-view.ts';
import { agree } from '../../../support/agreement.ts';
import { madeUpMarket } from '../../../support/made-up-market.ts';
import { figureOf } from '../../../support/published.ts';

/** What other pages of the book have no past of: filings, lists, history and calls. */
const untold = /^(weight|valuation|capex|earnings|study|calls)\./;
const ids = [...new Set(tna.claims.rows.flatMap(({ rule }) => inputsOf(rule)))].filter(
  (id) => !untold.test(id) && id !== tna.claims.balance.id,
);

describe('the past of what claims read', () => {
  const { market, macro, sessions } = madeUpMarket(tna, '2010-01-04', 2900, 5);
  let panel: Panel;
  const books = new Map<number, FigureBook>();
  beforeAll(() => {
    const holes = new Map(market);
    const bars = market.get('XHB')!;
    // A session without a bar, within a year of one of those that are looked at.
    const keep = bars.sessions.map((_, row) => row).filter((row) => row !== 2600);
    const cut = (column: Float64Array | null) => column && Float64Array.from(keep, (row) => column[row]!);
    holes.set('XHB', {
      symbol: 'XHB',
      sessions: keep.map((row) => bars.sessions[row]!),
      ...{ open: cut(bars.open), high: cut(bars.high), low: cut(bars.low), close: cut(bars.close) },
      ...{ adjusted: cut(bars.adjusted), volume: cut(bars.volume) },
    });
    panel = panelOf(tna, holes, macro, []);
    for (const row of [300, 1400, 2663, 2899]) books.set(row, figureBook(viewOf(panel, sessions[row]!)));
  });

  it.each(ids)('%s is what the book of each session holds', (id) => {
    const past = pastFigure(panel)(id);
    expect(past, 'a column').toBeDefined();
    for (const [row, book] of books) {
      const { value } = book.get(id);
      const found = past!(panel.axis.indexOf(sessions[row]!));
      const is = typeof found === 'number' && Number.isNaN(found) ? null : found;
      if (typeof value === 'number' && typeof is === 'number')
        expect(agree(is, value), `${is}, ${value}`).toBe(true);
      else expect(is).toBe(value);
    }
  });

  it('says how many troughs there were where they are too few', () => {
    expect(figureOf(books.get(2899)!, 'claim.46')).toMatchObject({
      value: 'not computable',
      reason: expect.stringMatching(/^\d separate cases?, fewer than 15$/),
    });
  });

  it('gives the verdicts that the books of those sessions have, and most of the figures', () => {
    const last = books.get(2899)!;
    for (const { number, rule } of tna.claims.rows.filter(
      ({ rule }) => !inputsOf(rule).some((id) => untold.test(id)),
    )) {
      const { verdict, lead } = ledgerOf(panel).get(number)!;
      for (const [row, book] of books) {
        const t = panel.axis.indexOf(sessions[row]!);
        expect(verdict(t), `${number} on ${sessions[row]}`).toBe(book.get(`claim.${number}`).value);
        const shown = book.get(`claim.${number}.lead`).value;
        if (typeof shown === 'number') expect(agree(lead(t), shown), number).toBe(true);
        else expect(lead(t), `${number}, ${rule.form}`).toBeNaN();
      }
    }
    expect(ids.filter((id) => last.get(id).value === null)).toEqual([]);
  });
});

it('the balance counts for less against, and needs enough that can be computed', () => {
  const { balance } = tna.claims;
  const said = (words: Readonly<Record<string, 'supported' | 'mixed' | 'not supported'>>) =>
    balanceOf(balance, (number) => words[number] ?? 'not computable');
  const five = { '12': 'supported', '13': 'supported', '18': 'mixed', '19': 'not supported' } as const;
  expect(said({ ...five, '21': 'mixed' })).toBe(1);
  expect(said(five)).toBeNull();
});
