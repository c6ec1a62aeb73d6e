import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { figureBook } from '../../lambda/figures/index.ts';
import type { Panel } from '../../lambda/market-data/panel.ts';
import { viewOf } from '../../lambda/market-data/session-view.ts';
import { panelOfReal, realMarket } from '../support/real-market.ts';
import { computedOf, referenceDisagreements, referencesOf } from '../support/reference-values.ts';
import { describeShared, references, secondReferences, sharedDir } from '../support/shared.ts';

describeShared('every figure of real sessions agrees with the reference values', () => {
  const all = referencesOf(join(sharedDir, references));
  const second = referencesOf(join(sharedDir, secondReferences)).map(computedOf);
  let panel: Panel;
  beforeAll(() => {
    panel = panelOfReal(realMarket());
  });

  it.each(all.map((reference) => [reference.file, reference] as const))('of %s', (_, reference) => {
    const book = figureBook(viewOf(panel, reference.session)).toRecord();
    expect(referenceDisagreements(reference, book)).toEqual([]);
    expect(Object.keys(reference.figures).length).toBeGreaterThan(700);
  });

  it.each(second.map((reference) => [reference.session, reference] as const))(
    'of the second contract, on %s',
    (session, reference) => {
      const book = figureBook(viewOf(panel, session)).toRecord();
      expect(referenceDisagreements(reference, book)).toEqual([]);
      expect(Object.keys(reference.figures).length).toBeGreaterThan(150);
    },
  );

  it('of sessions and periods that are there', () => {
    expect(all.length).toBeGreaterThanOrEqual(9);
    expect(second.length).toBeGreaterThanOrEqual(6);
    expect(all.flatMap(({ periods }) => Object.keys(periods)).length).toBeGreaterThanOrEqual(all.length);
  });
});
