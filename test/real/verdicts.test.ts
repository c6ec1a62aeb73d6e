import { expect, it } from 'vitest';
import { verdict } from '../../lambda/briefing/sections/front/verdict.ts';
import { sessionContext } from '../../lambda/briefing/session-context.ts';
import { Words } from '../../lambda/briefing/words/sentence.ts';
import { previousSession } from '../../lambda/calendar/nyse.ts';
import { tna } from '../../lambda/editions/tna.ts';
import { FigureBook } from '../../lambda/figures/book.ts';
import { levels } from '../../lambda/figures/levels/levels.ts';
import { performance } from '../../lambda/figures/prices/performance.ts';
import { pairFigures } from '../../lambda/figures/rotation/pairs.ts';
import { rotation } from '../../lambda/figures/rotation/rotation.ts';
import { stateHistory } from '../../lambda/figures/rotation/state-history.ts';
import { viewOf } from '../../lambda/market-data/session-view.ts';
import { plainText } from '../../lambda/report/plain-text.ts';
import { plainSpaces } from '../support/hand-made-book.ts';
import { panelOfReal, realMarket } from '../support/real-market.ts';
import { describeShared } from '../support/shared.ts';
import { verdictFaults } from '../support/verdict-rules.ts';

/** The families that the verdict and the prices rest on: thousands of sessions in seconds. */
const families = [performance, pairFigures, rotation, levels, stateHistory];

describeShared('every session of the real data from 2009 to 2025', () => {
  it('has a verdict by the rules, and no price at or below zero', { timeout: 300_000 }, () => {
    const panel = panelOfReal(realMarket());
    const faults: string[] = [];
    let found = 0;
    let streak: number | null = null;
    for (const session of panel.axis.sessions.filter((day) => day >= '2009-01-02' && day <= '2025-12-31')) {
      const book = new FigureBook();
      for (const family of families) family(viewOf(panel, session), book);
      const id = 'streak.IWM:SPY';
      if (streak !== null)
        book.add(`previous.${id}`, streak, {
          unit: 'sessions',
          asOf: previousSession(session),
          method: 'previous',
          inputs: [id],
          sources: ['test'],
        });
      streak = book.number(id);
      const race = { ...tna, benchmark: tna.map.benchmark };
      const words = plainSpaces(plainText(verdict(new Words(book), race, sessionContext(session))));
      faults.push(...verdictFaults(words).map((fault) => `${session}: ${fault}: ${words}`));
      if (process.env.PRINT_VERDICTS === '1' && found++ % 21 === 0) console.info(session, words);
      for (const [figure, { value, unit }] of book.entries())
        if (unit === 'usd' && typeof value === 'number' && value <= 0)
          faults.push(`${session}: ${figure} ${value}`);
    }
    expect(faults).toEqual([]);
  });
});
