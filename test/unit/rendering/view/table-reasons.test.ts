import { expect, it } from 'vitest';
import { reasonsText } from '../../../../lambda/briefing/words/reasons.ts';
import { tableReasons } from '../../../../lambda/rendering/view/table-reasons.ts';
import type { Report, Table } from '../../../../lambda/report/schema.ts';
import type { Reason } from '../../../../lambda/series/reason.ts';
import { sampleReport } from '../../../support/sample-report.ts';

const names = { DGS2: 'Treasury 2 years' };
const noData: Reason = { code: 'no-data', subject: 'DGS2' };
const noBar = (subject: string): Reason => ({ code: 'no-bar', subject, session: '2025-12-31' });

/** The reasons below a table whose rows have a missing figure each, for these reasons. */
function reasonsOf(
  rows: Readonly<Record<string, readonly Reason[]>>,
  change: (report: Report) => void = () => {},
) {
  const report: Report = { ...sampleReport(), names, reasons: {} };
  const like = Object.values(report.figures)[0]!;
  for (const [label, reasons] of Object.entries(rows)) {
    const reason = reasonsText(reasons);
    if (reason === undefined) continue;
    report.figures[`made.up.${label}`] = { ...like, value: null, status: 'missing', reason };
    report.reasons![reason] = reasons as NonNullable<Report['reasons']>[string];
  }
  const table: Table = {
    kind: 'table',
    id: 'made-up',
    title: 'Made up',
    columns: [{ label: 'Value', align: 'end' }],
    rows: Object.keys(rows).map((label) => ({ label, cells: [{ figure: `made.up.${label}` }] })),
    notes: [
      { parts: [{ figure: 'made.up.Told', text: 'no data' }], figures: ['made.up.Told'] },
      { parts: ['Of 3, 1 is computable.'], figures: ['made.up.Counted'] },
    ],
  };
  change(report);
  return tableReasons(table, report);
}

it('reasons below a table say what is missing once, however many rows and figures lack it', () => {
  expect(reasonsOf({ A: [noData], B: [noData] })).toEqual(['n/a: no data for Treasury 2 years']);
  expect(reasonsOf({ A: ['a.b', 'c.d'].map((id) => ({ code: 'no-figure', id })) })).toEqual([
    'n/a: what it rests on is not at hand',
  ]);
});

it('rows of one reason are named together, with the windows that lack it', () => {
  expect(reasonsOf({ IJR: [noBar('IJR')], IWO: [noBar('IWO')], Other: [] })).toEqual([
    'n/a: IJR and IWO have no bar of Dec 31, 2025',
  ]);
  const young = ['5d', '21d', '63d', '6m', 'ytd', '1y'].map(
    (window): Reason => ({ code: 'too-young', subject: 'IJR', window }),
  );
  expect(reasonsOf({ IJR: young })).toEqual(['n/a: IJR does not reach back over 5 sessions and more']);
});

it('a reason of another series names the rows that it holds for', () => {
  expect(reasonsOf({ 'IWM − SPY': [noBar('SPY')], IJR: [noBar('IJR')] })).toEqual([
    'n/a: SPY and IJR have no bar of Dec 31, 2025',
  ]);
  expect(reasonsOf({ 'IWM − SPY': [noBar('SPY')], IWM: [{ code: 'no-ratio' }] })).toEqual([
    'IWM − SPY n/a: SPY has no bar of Dec 31, 2025',
    'IWM n/a: no ratio',
  ]);
});

it('of more than eight rows or series the others are counted', () => {
  const rows = Array.from({ length: 10 }, (_, i) => `R${i}`);
  expect(reasonsOf(Object.fromEntries(rows.map((row) => [row, [noBar(row)]])))).toEqual([
    'n/a: R0, R1, R2, R3, R4, R5, R6, R7 and 2 more have no bar of Dec 31, 2025',
  ]);
});

it('rows with a comma in their name are separated by semicolons', () => {
  const none: Reason = { code: 'no-ratio' };
  expect(reasonsOf({ 'CPI, over the year': [none], 'Yield, 2 years': [none], Other: [noData] })[0]).toBe(
    'CPI, over the year; Yield, 2 years n/a: no ratio',
  );
});

it('a reason that a note gives in place of its figure is not given again; one that a note rests on is', () => {
  expect(reasonsOf({ Told: [noData] })).toEqual([]);
  expect(reasonsOf({ Counted: [noData] })).toEqual(['n/a: no data for Treasury 2 years']);
});

it('a report from before codes were published, or with a code of a later version, shows the text that it gives', () => {
  const published = ['n/a: no data for Treasury 2 years'];
  const without = (report: Report) => delete report.reasons;
  expect(reasonsOf({ A: [noData] }, without)).toEqual(published);
  const later = (report: Report) => {
    report.reasons = { 'no data for DGS2': [{ code: 'of-a-later-version' }] };
  };
  expect(reasonsOf({ A: [noData] }, later)).toEqual(published);
});
