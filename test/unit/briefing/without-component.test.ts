import { expect, it } from 'vitest';
import { compose } from '../../../lambda/briefing/compose.ts';
import { plain } from '../../../lambda/briefing/words/sentence.ts';
import { isSession } from '../../../lambda/calendar/nyse.ts';
import { tna } from '../../../lambda/editions/tna.ts';
import { panelOf } from '../../../lambda/market-data/panel.ts';
import { madeUpMarket } from '../../support/made-up-market.ts';
import { headerOf, sentencesOf } from '../../support/sentences.ts';

it('a score without one of its components says so wherever it, its state or its age is shown', () => {
  const { market, macro, sessions } = madeUpMarket(tna, '2014-03-03', 800, 3);
  const without = new Map([...macro].filter(([series]) => series !== 'BAA10Y'));
  const session = sessions.filter(isSession).at(-1)!;
  const report = compose(panelOf(tna, market, without, []), headerOf(session));
  expect(report.figures['rotation.score']).toMatchObject({ status: 'proxy' });
  const shown = sentencesOf(report).filter(({ parts }) =>
    parts.some((part) => typeof part !== 'string' && /^rotation\.(score|state|age)$/.test(part.figure)),
  );
  // The verdict, the sentence of the score, its key, the section's first sentence, and the score again.
  expect(shown.length).toBeGreaterThanOrEqual(5);
  for (const sentence of shown) expect(plain(sentence)).toContain('without credit');
  const alts = report.sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === 'chart' && block.id === 'score-history' ? [block.alt] : []));
  expect(alts).toEqual([expect.stringContaining('without credit')]);
});
