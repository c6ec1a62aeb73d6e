import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { figureBook } from '../../lambda/figures/index.ts';
import type { Panel } from '../../lambda/market-data/panel.ts';
import { viewOf } from '../../lambda/market-data/session-view.ts';
import { panelOfReal, realMarket } from '../support/real-market.ts';
import { disagreements, referencesOf } from '../support/reference-values.ts';
import { describeShared, references, sharedDir } from '../support/shared.ts';

describeShared('every figure of real sessions agrees with the reference values', () => {
  const all = referencesOf(join(sharedDir, references));
  let panel: Panel;
  beforeAll(() => {
    panel = panelOfReal(realMarket());
  });

  it.each(all.map((reference) => [reference.file, reference] as const))('of %s', (_, reference) => {
    const book = figureBook(viewOf(panel, reference.session)).toRecord();
    expect(disagreements(reference, book)).toEqual([]);
    expect(Object.keys(reference.figures).length).toBeGreaterThan(700);
  });

  it('of sessions and periods that are there', () => {
    expect(all.length).toBeGreaterThanOrEqual(9);
    expect(all.flatMap(({ periods }) => Object.keys(periods)).length).toBeGreaterThanOrEqual(all.length);
  });
});
