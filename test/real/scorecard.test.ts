import { beforeAll, expect, it } from 'vitest';
import { addMonths } from '../../lambda/calendar/civil.ts';
import { tna } from '../../lambda/editions/tna.ts';
import { figureBook } from '../../lambda/figures/index.ts';
import { scoredOf } from '../../lambda/figures/macro/scorecard.ts';
import type { Panel } from '../../lambda/market-data/panel.ts';
import { viewOf } from '../../lambda/market-data/session-view.ts';
import { panelOfReal, realMarket } from '../support/real-market.ts';
import { describeShared } from '../support/shared.ts';

describeShared('the scorecard of real sessions', () => {
  let panel: Panel;
  beforeAll(() => {
    panel = panelOfReal(realMarket());
  });

  it.each(['2013-04-02', '2020-03-16', '2022-12-30', '2025-12-31'])(
    'has on %s the same last value as its figure',
    (session) => {
      const view = viewOf(panel, session);
      const book = figureBook(view);
      let compared = 0;
      for (const { id, scale, read } of scoredOf(tna)) {
        const value = book.number(id);
        if (value === null) continue;
        const last = read(view, addMonths(session, -24)).values.at(-1)! * scale;
        expect(last, id).toBeCloseTo(value, 12);
        compared++;
      }
      expect(compared).toBeGreaterThan(25);
    },
  );

  it('has the soft landing of 31 December 2025 half met, with the Sahm reading not computable', () => {
    const book = figureBook(viewOf(panel, '2025-12-31'));
    const answers = ['inflation', 'unemployment', 'growth', 'sahm'].map((name) =>
      book.word(`macro.softlanding.${name}`),
    );
    expect(answers).toEqual(['yes', 'no', 'yes', null]);
  });
});
