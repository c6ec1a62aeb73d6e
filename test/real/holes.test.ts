import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { tna } from '../../lambda/editions/tna.ts';
import type { FigureBook } from '../../lambda/figures/book.ts';
import { figureBook } from '../../lambda/figures/index.ts';
import { panelOf } from '../../lambda/market-data/panel-of.ts';
import { viewOf } from '../../lambda/market-data/session-view.ts';
import { holed } from '../support/holes.ts';
import { figureOf } from '../support/published.ts';
import { type RealMarket, realMarket } from '../support/real-market.ts';
import { referencesOf } from '../support/reference-values.ts';
import { describeShared, references, sharedDir } from '../support/shared.ts';

describeShared('bars taken out of the real files, on 31 December 2025', () => {
  const session = '2025-12-31';
  let real: RealMarket;
  let whole: FigureBook;
  const bookOf = (market: RealMarket['market']) =>
    figureBook(viewOf(panelOf(tna, market, real.macro, []), session));
  const bookWithout = (symbol: string, leftOut: (date: string) => boolean) =>
    bookOf(holed(real.market, symbol, leftOut));
  beforeAll(() => {
    real = realMarket();
    whole = bookOf(real.market);
  });

  /** Ids of the reference values that the book does not have and the whole data does. */
  const lost = (book: FigureBook) => {
    const { figures } = referencesOf(join(sharedDir, references)).find((one) => one.session === session)!;
    return Object.keys(figures).filter((id) => figures[id] !== null && book.get(id).value === null);
  };
  const points = (value: number | null) => Number(value!.toFixed(6));

  it('TNA without 24 December', () => {
    const book = bookWithout('TNA', (date) => date === '2025-12-24');
    const ids = lost(book);
    expect(ids).toHaveLength(42);
    expect(ids).toEqual(expect.arrayContaining(['gap.TNA.5d.total', 'td.TNA.252d', 'atr.TNA.14']));
    for (const id of ids) expect(figureOf(book, id).reason, id).toBe('TNA has no bar of 2025-12-24');
    expect(points(book.number('return.TNA.5d'))).toBe(-0.070233);
    expect(points(book.number('vol.TNA.ewma'))).toBe(0.511589);
  });

  it('IWM without 24 December', () => {
    const book = bookWithout('IWM', (date) => date === '2025-12-24');
    const ids = lost(book);
    expect(ids).toHaveLength(62);
    expect(ids).toEqual(
      expect.arrayContaining(['streak.IWM:SPY', 'rs.IWM:SPY.vs50', 'sma.IWM.200', 'high52w.IWM']),
    );
    for (const id of ids) expect(figureOf(book, id).reason, id).toBe('IWM has no bar of 2025-12-24');
    expect(points(book.number('excess.IWM:SPY.5d'))).toBe(-0.014705);
    expect(points(book.number('rotation.score'))).toBe(3.526905);
  });

  it('SPY without 23 December, the start of five sessions', () => {
    const book = bookWithout('SPY', (date) => date === '2025-12-23');
    for (const id of ['return.SPY.5d', 'excess.IWM:SPY.5d'])
      expect(figureOf(book, id)).toMatchObject({ value: null, reason: 'SPY has no bar of 2025-12-23' });
    expect(book.get('excess.IWM:SPY.21d')).toEqual(whole.get('excess.IWM:SPY.21d'));
  });

  it('SPY without 15 to 26 December: figures that need these bars are missing, others stay', () => {
    const book = bookWithout('SPY', (date) => date >= '2025-12-15' && date <= '2025-12-26');
    expect(figureOf(book, 'excess.IWM:SPY.5d')).toMatchObject({
      value: null,
      reason: 'SPY has no bar of 2025-12-23',
    });
    expect(points(book.number('excess.IWM:SPY.21d'))).toBe(0.000172);
    expect(figureOf(book, 'vol.SPY.21d').reason).toBe('SPY has no bar of 2025-12-26');
  });

  it('IWM without 15 September to 28 December: no average of other sessions, no leadership', () => {
    const book = bookWithout('IWM', (date) => date >= '2025-09-15' && date <= '2025-12-28');
    for (const id of ['excess.IWM:SPY.5d', 'sma.IWM.50', 'vol.IWM.21d', 'streak.IWM:SPY'])
      expect(figureOf(book, id), id).toMatchObject({ value: null, status: 'missing' });
    // Momentum needs the session 21 sessions back: 0.45 of the weight is gone, and 0.35 with mega-caps and breadth is left.
    expect(figureOf(book, 'rotation.component.momentum').reason).toBe('IWM has no bar of 2025-12-01');
    for (const id of ['rotation.score', 'rotation.state', 'rotation.onset', 'rotation.previous'])
      expect(book.get(id).value, id).toBeNull();
    expect(book.number('expected.IWM.1d')).not.toBeNull();
  });
});
