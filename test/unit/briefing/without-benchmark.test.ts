import { expect, it } from 'vitest';
import { compose } from '../../../lambda/briefing/compose.ts';
import { isSession } from '../../../lambda/calendar/nyse.ts';
import { tna } from '../../../lambda/editions/tna.ts';
import { panelOf } from '../../../lambda/market-data/panel-of.ts';
import type { LineChart } from '../../../lambda/report/schema.ts';
import { holed } from '../../support/holes.ts';
import { madeUpMarket } from '../../support/made-up-market.ts';
import { headerOf } from '../../support/sentences.ts';

const { market, macro, sessions } = madeUpMarket(tna, '2014-03-03', 800, 3);
const [before, session] = sessions.filter(isSession).slice(-2) as [string, string];

/** The charts of lines of the last session, with or without SPY's bar of it. */
function chartsOf(withSpy: boolean): Map<string, LineChart> {
  const bars = withSpy ? market : holed(market, 'SPY', (day) => day === session);
  const report = compose(panelOf(tna, bars, macro, []), headerOf(session));
  const blocks = [...report.front.blocks, ...report.sections.flatMap((section) => section.blocks)];
  return new Map(
    blocks.flatMap((block) => (block.kind === 'chart' && block.type === 'lines' ? [[block.id, block]] : [])),
  );
}

it('the chart of relative strength is about the pair that it draws', () => {
  const whole = chartsOf(true).get('relative-strength')!;
  expect(whole.title).toMatch(/^IWM against SPY stands /);
  expect(whole.lines.map(({ label }) => label)).toEqual(['IWM:SPY', '50-session', '200-session', 'IWM:QQQ']);
  const without = chartsOf(false).get('relative-strength')!;
  expect(without.title).toMatch(/^IWM against QQQ stands /);
  expect(without.lines.map(({ label }) => label)).toEqual(['IWM:QQQ', '50-session', '200-session']);
});

it('the chart of a score that the day lacks is of the day before, and says so at its end', () => {
  expect(chartsOf(true).get('score-history')).toMatchObject({ asOf: session, lines: [{ label: 'score' }] });
  const day = Number(before.slice(8));
  expect(chartsOf(false).get('score-history')).toMatchObject({
    asOf: before,
    lines: [{ label: expect.stringMatching(new RegExp(`^score of [A-Z][a-z]{2}\\s${day}$`)) }],
  });
});

it('shades of leadership are named with their colours', () => {
  const { shades = [], subtitle } = chartsOf(true).get('relative-strength')!;
  expect(shades.length).toBeGreaterThan(0);
  expect(subtitle).toContain('; blue: small caps lead, grey: large caps lead;');
});
