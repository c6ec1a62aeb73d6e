import { describe, expect, it } from 'vitest';
import type { Chart } from '../../../lambda/report/schema.ts';
import { simulatedReport } from '../../support/briefings.ts';
import { plainSpaces } from '../../support/hand-made-book.ts';

const chartsOf = async (session: string) => {
  const report = await simulatedReport(session);
  const blocks = [...report.front.blocks, ...report.sections.flatMap((section) => section.blocks)];
  const charts = blocks.filter((block): block is Chart => block.kind === 'chart');
  const titles = new Map(charts.map(({ id, title }) => [id, plainSpaces(title)]));
  const value = (id: string) => Number(report.figures[id]!.value);
  return { titles, value };
};
const percent = (value: number, decimals: number) => `${Math.abs(value * 100).toFixed(decimals)} %`;

describe('the title of a chart says what to see', () => {
  it.each(['2025-11-14', '2019-12-31'])('in the numbers of %s', async (session) => {
    const { titles, value } = await chartsOf(session);
    expect(titles.get('gap')).toContain(
      `${Math.abs(value('gap.TNA.1y.compounding') * 100).toFixed(1)} points`,
    );
    expect(titles.get('fund-year')).toContain(percent(value('return.TNA.1y'), 1));
    const quarter = value('return.TNA.63d');
    expect(titles.get('fund-quarter')).toBe(
      `TNA ${quarter < 0 ? 'lost' : 'made'} ${percent(quarter, 2)} over 63 sessions`,
    );
    expect(titles.get('under-water')).toContain(percent(value('drawdown.TNA.now'), 1));
    const score = Math.round(value('rotation.score'));
    expect(titles.get('score-history')).toContain(score < 0 ? `−${-score}` : `${score}`);
    const month = value('return.TNA.21d');
    const isOutside = month < value('horizon.TNA.21d.made.p05') || month > value('horizon.TNA.21d.made.p95');
    expect(titles.get('horizon-ranges')?.includes('this one')).toBe(isOutside);
  });

  it('in the levels between which the price lies', async () => {
    const { titles, value } = await chartsOf('2025-11-14');
    const [, above, below] =
      /^IWM is above its (.+) and below its (.+)$/.exec(titles.get('levels.chart')!) ??
      expect.fail(`“${titles.get('levels.chart')}” names no levels`);
    const id = (name: string) =>
      name.startsWith('52')
        ? `${name.endsWith('high') ? 'high' : 'low'}52w.IWM`
        : `sma.IWM.${parseInt(name, 10)}`;
    expect(value(id(above!))).toBeLessThan(value('close.IWM'));
    expect(value(id(below!))).toBeGreaterThan(value('close.IWM'));
  });
});
