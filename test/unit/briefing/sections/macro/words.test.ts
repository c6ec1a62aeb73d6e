import { describe, expect, it } from 'vitest';
import { compose } from '../../../../../lambda/briefing/compose.ts';
import { tna } from '../../../../../lambda/editions/tna.ts';
import { panelOf } from '../../../../../lambda/market-data/panel-of.ts';
import type { Report } from '../../../../../lambda/report/schema.ts';
import type { Observations } from '../../../../../lambda/series/observations.ts';
import { publicationDay } from '../../../../../lambda/series/publication.ts';
import { withFetchVintage } from '../../../../../lambda/sources/quality/fetch-vintage.ts';
import { madeUpMarket } from '../../../../support/made-up-market.ts';
import { headerOf } from '../../../../support/sentences.ts';

const session = '2024-07-12';
const histories = madeUpMarket(tna, '2022-06-01', 560, 5);

function scorecardOf(change: (series: Observations) => Observations) {
  const macro = new Map([...histories.macro].map(([id, series]) => [id, change(series)]));
  const report: Report = compose(panelOf(tna, histories.market, macro, []), headerOf(session));
  const section = report.sections.find(({ id }) => id === 'macro')!;
  const table = section.blocks.find(({ id }) => id === 'macro.scorecard');
  if (table?.kind !== 'table') throw new Error('no scorecard');
  return { report, table, text: JSON.stringify([report.front, report.sections]) };
}

/** What had been published by the session: a fetch of its evening has no more. */
function out(series: Observations): Observations {
  const spec = tna.macro.find(({ series: name }) => name === series.id)!;
  const length = series.dates.findIndex((date) => publicationDay(date, spec).day > session);
  return { id: series.id, dates: series.dates.slice(0, length), values: series.values.slice(0, length) };
}

const fetched = (series: Observations) => withFetchVintage(out(series), session);

describe('the scorecard says whose values it shows', () => {
  it('today’s, when earlier ones are unknown, and never since when they were known', () => {
    const { table, text } = scorecardOf((series) => series);
    expect(table.subtitle).toMatch(
      /^Today’s values for the periods that the calendar had published by Fri Jul 12, 2024/,
    );
    expect(table.subtitle).toContain('later revisions included');
    expect(table.columns.at(-1)?.label).toBe('Usual date');
    expect(text).not.toMatch(/known since|as known on the evening/i);
  });

  it('those of the evening, when they were fetched on it', () => {
    const { table } = scorecardOf(fetched);
    expect(table.subtitle).toMatch(/^As known on the evening of Fri Jul 12, 2024;/);
    expect(table.columns.at(-1)?.label).toBe('Known since, or usual date');
  });

  it('both, when some were', () => {
    const { table } = scorecardOf((series) => (series.id === 'UNRATE' ? fetched(series) : series));
    expect(table.subtitle).toMatch(/^As known .* where the source says it; elsewhere today’s values/);
  });

  it('with dates that are none of the future, whatever the source', () => {
    const early = (series: Observations): Observations =>
      withFetchVintage({ ...series, dates: series.dates, values: series.values }, session);
    for (const change of [(series: Observations) => series, fetched, early]) {
      const { report } = scorecardOf(change);
      const dates = Object.entries(report.figures).filter(([id]) => /\.(knownsince|usualdate)$/.test(id));
      expect(dates.some(([, { value }]) => value !== null)).toBe(true);
      for (const [id, { value }] of dates) if (value !== null) expect(value <= session, id).toBe(true);
    }
  });
});
