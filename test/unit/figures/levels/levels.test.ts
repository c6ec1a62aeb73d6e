import { expect, it } from 'vitest';
import { tna } from '../../../../lambda/editions/tna.ts';
import { figureBook } from '../../../../lambda/figures/index.ts';
import { panelOf } from '../../../../lambda/market-data/panel-of.ts';
import { viewOf } from '../../../../lambda/market-data/session-view.ts';
import { figureOf } from '../../../support/published.ts';

it('says why when there are no prices at all', () => {
  const book = figureBook(viewOf(panelOf(tna, new Map(), new Map(), []), '2025-12-31'));
  for (const id of [
    'distance.sma.IWM.50',
    'ladder.TNA.pivot.IWM.R2',
    'band.TNA.2sd.low',
    'scenario.TNA.-5',
    'size.TNA.shares',
    'hedge.IWM.put.price',
    'hedge.TNA.contracts',
    'frequency.IWM.-3',
  ]) {
    expect(book.get(id).value, id).toBeNull();
    expect(figureOf(book, id).reason, id).toMatch(/no data for (IWM|TNA)/);
  }
  // what follows from the multiple alone is there
  expect(book.number('loss.TNA.-5')).toBeCloseTo(-0.15, 15);
});
