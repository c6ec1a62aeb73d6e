import { describe, expect, it } from 'vitest';
import { formatFigure } from '../../../../lambda/briefing/words/format.ts';
import { tna } from '../../../../lambda/editions/tna.ts';
import type { FigureBook } from '../../../../lambda/figures/book.ts';
import { figureBook } from '../../../../lambda/figures/index.ts';
import { depthMethods } from '../../../../lambda/figures/methods/depth.ts';
import { panelOf } from '../../../../lambda/market-data/panel-of.ts';
import { viewOf } from '../../../../lambda/market-data/session-view.ts';
import type { Bars } from '../../../../lambda/series/bars.ts';
import type { Observations } from '../../../../lambda/series/observations.ts';
import { without } from '../../../support/holes.ts';
import { madeUpMarket } from '../../../support/made-up-market.ts';
import { figureOf } from '../../../support/published.ts';

const { market, macro, sessions } = madeUpMarket(tna, '2013-06-03', 2900, 5);
const session = sessions.at(-1)!;
const bookOf = (
  bars: ReadonlyMap<string, Bars> = market,
  series: ReadonlyMap<string, Observations> = macro,
) => figureBook(viewOf(panelOf(tna, bars, series, []), session));
const less = <V>(map: ReadonlyMap<string, V>, ...keys: string[]) =>
  new Map([...map].filter(([key]) => !keys.includes(key)));
const whole = bookOf();
const reasonOf = (book: FigureBook, id: string) => figureOf(book, id).reason;
const isDepth = (method: string) => method in depthMethods;

it('every figure is there or says why not, and has a way to be printed', () => {
  const figures = whole.entries().filter(([, { method }]) => isDepth(method));
  expect(figures.length).toBeGreaterThan(150);
  for (const [id, figure] of figures) {
    if (figure.value === null) expect(reasonOf(whole, id), id).toMatch(/\w/);
    expect(formatFigure(id, figureOf(whole, id)), id).toMatch(/\S/);
  }
});

it('each method is used', () => {
  const used = new Set(whole.entries().map(([, { method }]) => method));
  for (const method of Object.keys(depthMethods)) expect(used).toContain(method);
});

it('without prices every one says whose', () => {
  const empty = bookOf(new Map(), new Map());
  for (const [id, { value, method }] of empty.entries())
    if (isDepth(method)) {
      expect(value, id).toBeNull();
      expect(reasonOf(empty, id), id).toMatch(/^no data for/);
    }
});

describe('the cost of borrowing', () => {
  it('without any rate is missing, and what is left of the sum with it', () => {
    const book = bookOf(market, less(macro, 'SOFR', 'DGS3MO'));
    for (const part of ['financing', 'residual'])
      expect(figureOf(book, `cost.TNA.63d.${part}`)).toMatchObject({
        value: null,
        reason: expect.stringMatching(/^no SOFR or DGS3MO of \d{4}-/),
      });
    expect(book.get('cost.TNA.63d.total').value).not.toBeNull();
  });

  it('from bills alone says that they are a proxy', () => {
    const { status, reason } = figureOf(bookOf(market, less(macro, 'SOFR')), 'cost.TNA.63d.financing');
    expect([status, reason]).toEqual(['proxy', 'DGS3MO stands in for SOFR']);
  });

  it('and the other parts add up to the tracking difference', () => {
    const part = (name: string) => whole.number(`cost.TNA.252d.${name}`)!;
    expect(part('total')).toBeCloseTo(whole.number('td.TNA.252d')!, 12);
    expect(part('fee') + part('financing') + part('underlying') + part('residual')).toBeCloseTo(
      part('total'),
      14,
    );
  });
});

it('the dollar is missing where its series and its proxy fund are', () => {
  const book = bookOf(less(market, 'UUP'), less(macro, 'DTWEXBGS'));
  expect(figureOf(book, 'sens.IWM:DOLLAR.63d.beta')).toMatchObject({
    value: null,
    reason: 'no data for DTWEXBGS',
  });
});

describe('a session without a bar', () => {
  const day = sessions.at(-100)!;
  const book = bookOf(
    new Map(market).set(
      'IWM',
      without(market.get('IWM')!, (date) => date === day),
    ),
  );

  it('takes a year of swing levels and gaps away', () => {
    for (const id of ['swing.IWM.s1', 'swing.IWM.r3.last', 'unfilled.IWM.n', 'unfilled.IWM.below.date'])
      expect(figureOf(book, id), id).toMatchObject({ value: null, reason: `IWM has no bar of ${day}` });
  });

  it('leaves records and slopes, which count what there is', () => {
    for (const id of ['stopgap.IWM.n', 'ladder.error.p95', 'sens.IWM:DGS2.252d.t', 'ai.gauge'])
      expect(book.get(id).value, id).not.toBeNull();
  });
});

it('exposure bought at the close is six and twelve times the assets times the move', () => {
  const move = whole.number('return.IWM.1d')!;
  expect(whole.number('rebalance.TNA')).toBeCloseTo(6e9 * move, 3);
  expect(whole.number('rebalance.TZA')).toBeCloseTo(12e9 * move, 3);
});

it('put spread and collar are one option less another', () => {
  const price = (leg: string) => whole.number(`hedge.IWM.${leg}.price`)!;
  expect(price('spread')).toBeCloseTo(price('put') - price('put2'), 12);
  expect(price('collar')).toBeCloseTo(price('put') - price('call'), 12);
});
