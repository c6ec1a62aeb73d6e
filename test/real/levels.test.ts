import { beforeAll, expect, it } from 'vitest';
import type { FigureBook } from '../../lambda/figures/book.ts';
import { figureBook } from '../../lambda/figures/index.ts';
import { levelIds } from '../../lambda/figures/levels/level-ids.ts';
import { viewOf } from '../../lambda/market-data/session-view.ts';
import { figureOf } from '../support/published.ts';
import { panelOfReal, type RealMarket, realMarket } from '../support/real-market.ts';
import { describeShared } from '../support/shared.ts';

describeShared('levels and risk of 31 December 2025', () => {
  let real: RealMarket;
  let book: FigureBook;
  beforeAll(() => {
    real = realMarket();
    book = figureBook(viewOf(panelOfReal(real), '2025-12-31'));
  });

  it('gives every level a distance and an implied price that agree', () => {
    const close = { IWM: book.number('close.IWM')!, TNA: book.number('close.TNA')! };
    for (const level of levelIds('IWM')) {
      const distance = book.number(`distance.${level}`)!;
      expect(close.IWM * (1 + distance), level).toBeCloseTo(book.number(level)!, 9);
      const implied = book.number(`ladder.TNA.${level}`);
      if (Math.abs(distance) > 0.1) expect(implied, level).toBeNull();
      else expect(close.TNA * (1 + 3 * distance), level).toBeCloseTo(implied!, 9);
    }
  });

  it('prices the put as a 30-digit computation from the files does', () => {
    expect(book.number('hedge.IWM.strike')).toBe(234);
    expect(book.number('yield.IWM.1y')).toBeCloseTo(0.01124579908342135, 12);
    expect(book.number('hedge.IWM.rate')).toBeCloseTo(0.03617093509276982, 12);
    expect(book.number('hedge.IWM.put.price')).toBeCloseTo(0.733679339854393, 10);
    expect(book.number('hedge.IWM.put.delta')).toBeCloseTo(-0.1253699757661904, 12);
    expect(book.get('hedge.IWM.put.price').status).toBe('proxy');
  });

  it('sizes and hedges the example position', () => {
    expect(book.number('size.TNA.shares')).toBe(257);
    expect(book.number('size.TNA.exposure')).toBeCloseTo(3 * 257 * 45.540001, 6);
    expect(book.number('size.TNA.loss.-10')).toBeCloseTo(-0.3 * 257 * 45.540001, 6);
    // 35 111 of exposure over 3 086 of delta a contract is 11.4
    expect(book.number('hedge.TNA.contracts')).toBe(11);
  });

  it('covers the whole exposure with fewer puts than offset its delta', () => {
    expect(book.number('hedge.TNA.covered')).toBeCloseTo(11 * 100 * book.number('close.IWM')!, 6);
    expect(book.number('hedge.TNA.cover.exact')).toBeCloseTo(1.4264, 4);
    expect(book.number('hedge.TNA.cover.contracts')).toBe(1);
    expect(book.number('hedge.TNA.cover.cost')).toBeCloseTo(73.3679, 4);
    expect(book.number('hedge.TNA.cover.costshare')).toBeCloseTo(0.006269, 6);
  });

  it('has the record of the expected move that the closes of the file give', () => {
    const { sessions, adjusted } = real.market.get('IWM')!;
    const last = sessions.indexOf('2025-12-31');
    let variance = Number.NaN;
    const held = { one: 0, two: 0 };
    for (let t = 1; t <= last; t++) {
      const size = Math.abs(adjusted![t]! / adjusted![t - 1]! - 1);
      if (t > last - 2520) {
        if (size <= Math.sqrt(variance)) held.one++;
        if (size <= 2 * Math.sqrt(variance)) held.two++;
      }
      const squared = Math.log(adjusted![t]! / adjusted![t - 1]!) ** 2;
      variance = t === 1 ? squared : 0.94 * variance + 0.06 * squared;
    }
    expect(held).toEqual({ one: 1781, two: 2389 });
    expect(book.number('expected.IWM.1d.inside.n')).toBe(2520);
    expect(book.number('expected.IWM.1d.inside.1sd')).toBeCloseTo(held.one / 2520, 12);
    expect(book.number('expected.IWM.1d.inside.2sd')).toBeCloseTo(held.two / 2520, 12);
  });

  it('counts the falls of ten years', () => {
    const falls = [-1, -3, -5, -7, -10].map((percent) => book.number(`frequency.IWM.${percent}`));
    expect(falls).toEqual([448, 56, 8, 5, 2]);
  });

  it('has no hedge without the Treasury yield, and names it', () => {
    const { market, macro } = real;
    const without = new Map([...macro].filter(([series]) => series !== 'DGS3MO'));
    const poorer = figureBook(viewOf(panelOfReal({ market, macro: without }), '2025-12-31'));
    expect(figureOf(poorer, 'hedge.IWM.put.price')).toMatchObject({ value: null, status: 'missing' });
    expect(figureOf(poorer, 'hedge.TNA.contracts').reason).toContain('DGS3MO');
    expect(poorer.number('size.TNA.shares')).toBe(257);
  });

  it('uses RVX where there is one, and is no proxy then', () => {
    const { market, macro } = real;
    const iwm = market.get('IWM')!;
    const flat = new Float64Array(iwm.sessions.length).fill(20);
    const rvx = { ...iwm, symbol: '^RVX', open: flat, high: flat, low: flat, close: flat, adjusted: null };
    const richer = figureBook(
      viewOf(panelOfReal({ market: new Map([...market, ['^RVX', rvx]]), macro }), '2025-12-31'),
    );
    expect(richer.number('hedge.IWM.volatility')).toBeCloseTo(0.2, 12);
    expect(richer.get('hedge.IWM.put.price').status).toBe('fresh');
    expect(richer.number('band.IWM.1sd.low')).toBeCloseTo(246.160004 * (1 - 0.2 / Math.sqrt(252)), 9);
    expect(richer.number('macro.rvx')).toBe(20);
  });
});
