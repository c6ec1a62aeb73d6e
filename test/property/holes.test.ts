import { describe, expect, it } from 'vitest';
import { compose } from '../../lambda/briefing/compose.ts';
import { tna } from '../../lambda/editions/tna.ts';
import { figureBook } from '../../lambda/figures/index.ts';
import { panelOf } from '../../lambda/market-data/panel-of.ts';
import { viewOf } from '../../lambda/market-data/session-view.ts';
import { plainText } from '../../lambda/report/plain-text.ts';
import type { Bars } from '../../lambda/series/bars.ts';
import fc from '../support/fast-check.ts';
import { holed } from '../support/holes.ts';
import { madeUpMarket } from '../support/made-up-market.ts';
import { expectNoLookAhead } from '../support/no-look-ahead.ts';
import { figureOf } from '../support/published.ts';
import { headerOf, sentencesOf } from '../support/sentences.ts';

const count = 1500;
const { market, macro, sessions } = madeUpMarket(tna, '2019-06-03', count, 17);
const last = sessions.at(-1)!;
const bookOf = (bars: ReadonlyMap<string, Bars>) => figureBook(viewOf(panelOf(tna, bars, macro, []), last));
const whole = bookOf(market);

/** Statistics over the last values that exist, and what is made of them: a hole moves them. */
const long =
  /^(claim\.|claims\.|study\.|regime\.|stance\.|balance\.|phase\.|rates\.|event\.\w+\.t$|overnight\.|ai\.|sens\.|stopgap\.|ladder\.error\.|swing\.|ladder\.TNA\.swing\.|vol\.\w+\.ewma|drawdown\.\w+\.now|recover\.|var95\.|es95\.|rotation\.|rs\..*percentile|horizon\.|frequency\.|calendar\.|expected\.|band\.|hedge\.|move\.|atr\.|stop\.|distance\.stop\.|ladder\.TNA\.stop\.|size\.|breadth\.|macro\.(vix|rvx)|map\.)/;
const symbols = ['IWM', 'TNA', 'SPY', 'QQQ', 'KRE', 'AAPL'] as const;

/** The same bars at one price. */
function still(bars: Bars): Bars {
  const flat = (column: Float64Array | null) => column?.map(() => 100) ?? null;
  return {
    ...bars,
    open: flat(bars.open),
    high: flat(bars.high),
    low: flat(bars.low),
    close: flat(bars.close),
    adjusted: flat(bars.adjusted),
  };
}

describe('a session without a bar', () => {
  const back = fc.integer({ min: 1, max: 700 });

  it('never shifts a window: a figure is unchanged or missing, unless it counts existing values', () => {
    fc.assert(
      fc.property(fc.constantFrom(...symbols), back, (symbol, n) => {
        const hole = sessions[count - 1 - n]!;
        const book = bookOf(holed(market, symbol, (date) => date === hole));
        for (const [id, figure] of whole.entries()) {
          const now = book.get(id);
          if (now.value === figure.value || long.test(id)) continue;
          expect(now.value, `${id} without ${symbol} of ${hole}`).toBeNull();
          expect(figureOf(book, id).reason, id).toMatch(
            new RegExp(`${symbol.replace('^', '\\^')}.*(no bar of ${hole}|without)|${symbol} without`),
          );
        }
      }),
      { numRuns: 25 },
    );
  });

  it('changes nothing of short statistics whose windows it lies outside of, by one session', () => {
    const books = new Map<number, ReturnType<typeof bookOf>>();
    const at = (n: number) => {
      const book = books.get(n) ?? bookOf(holed(market, 'IWM', (date) => date === sessions[count - 1 - n]!));
      books.set(n, book);
      return book;
    };
    // n returns read n + 1 bars, n levels n of them.
    for (const [id, reads] of [
      ['vol.IWM.21d', 22],
      ['vol.IWM.252d', 253],
      ['vol.IWM.yz21', 22],
      ['sma.IWM.50', 50],
      ['high52w.IWM', 252],
      ['drawdown.IWM.max1y', 252],
      ['atr.IWM.14', 14],
      ['stop.IWM.chandelier', 22],
      ['rs.IWM:SPY.vs200', 200],
      ['wins.IWM:SPY.20d', 21],
      ['beta.TNA:IWM.63d', 64],
      ['td.TNA.252d', 253],
      ['gap.TNA.21d.cost', 22],
      ['drag.TNA.5d', 6],
      ['residual.TNA.1d', 2],
      ['efficiency.IWM.21d', 22],
      ['varianceratio.IWM.252d', 253],
    ] as const) {
      expect(figureOf(at(reads - 1), id), `${id} without its oldest bar`).toMatchObject({
        value: null,
        reason: `IWM has no bar of ${sessions[count - reads]}`,
      });
      const spared = at(reads).get(id);
      // The average true range goes on over all of the history.
      if (/^(atr|stop)/.test(id)) expect(spared.value, id).not.toBeNull();
      else expect(spared, `${id} without the bar before`).toEqual(whole.get(id));
    }
  });

  it('leaves returns between two other sessions alone', () => {
    const hole = sessions[count - 3]!;
    const book = bookOf(holed(market, 'TNA', (date) => date === hole));
    for (const window of ['1d', '5d', '21d', '63d', '1m', '1y'])
      expect(book.get(`return.TNA.${window}`)).toEqual(whole.get(`return.TNA.${window}`));
  });

  it('lets no figure rest on what comes after a session', () => {
    const holes = holed(
      holed(market, 'IWM', (date) => date.endsWith('-15')),
      'SPY',
      (date) => date.endsWith('-08'),
    );
    for (const row of [1499, 1320, 777]) expectNoLookAhead({ market: holes, macro }, sessions[row]!, row);
  });
});

describe('bars of days without a session', () => {
  it('are not looked at', () => {
    const bars = market.get('IWM')!;
    const at = bars.sessions.indexOf('2024-12-26');
    const insert = (column: Float64Array | null) =>
      column === null ? null : Float64Array.of(...column.subarray(0, at), 999, ...column.subarray(at));
    const christmas: Bars = {
      symbol: 'IWM',
      sessions: bars.sessions.toSpliced(at, 0, '2024-12-25'),
      open: insert(bars.open),
      high: insert(bars.high),
      low: insert(bars.low),
      close: insert(bars.close),
      adjusted: insert(bars.adjusted),
      volume: insert(bars.volume),
    };
    expect(bookOf(new Map(market).set('IWM', christmas)).toRecord()).toEqual(whole.toRecord());
  });
});

describe('a series that never moves', () => {
  it.each(tna.symbols.map(({ symbol }) => symbol))('%s breaks nothing', (symbol) => {
    const book = bookOf(new Map(market).set(symbol, still(market.get(symbol)!)));
    for (const [id, { value }] of book.entries())
      if (typeof value === 'number') expect(Number.isFinite(value), id).toBe(true);
  });

  it('all of them, or macro series, change none either; what needs a move says that there was none', () => {
    const flat = new Map([...market].map(([symbol, bars]) => [symbol, still(bars)]));
    const rates = new Map(
      [...macro].map(([id, series]) => [id, { ...series, values: series.values.map(() => 2) }]),
    );
    const book = figureBook(viewOf(panelOf(tna, flat, rates, []), last));
    for (const id of ['beta.TNA:IWM.21d', 'varianceratio.IWM.252d', 'efficiency.IWM.21d', 'move.IWM.1d'])
      expect(figureOf(book, id).reason, id).toMatch(/did not move|had not moved/);
    const noRvx = new Map(flat);
    noRvx.delete('^RVX');
    const realised = figureBook(viewOf(panelOf(tna, noRvx, rates, []), last));
    for (const id of ['hedge.IWM.put.price', 'hedge.IWM.put.delta', 'hedge.TNA.contracts']) {
      expect(realised.get(id).value, id).toBeNull();
      expect(figureOf(realised, id).reason, id).toContain('IWM did not move');
    }
  });
});

describe('a briefing of such a market', () => {
  const gap = /\b(null|undefined|NaN)\b|,,|,:|\.\.| [,.;]| {2}/;

  it.each([
    ['IWM without the session before last', holed(market, 'IWM', (date) => date === sessions.at(-3))],
    [
      'SPY without a month',
      holed(market, 'SPY', (date) => date >= sessions.at(-30)! && date < sessions.at(-8)!),
    ],
    ['a still market', new Map([...market].map(([symbol, bars]) => [symbol, still(bars)]))],
  ])('is written of %s', (_, bars) => {
    const report = compose(panelOf(tna, bars, macro, []), headerOf(last));
    for (const sentence of sentencesOf(report)) expect(plainText(sentence)).not.toMatch(gap);
  });
});
