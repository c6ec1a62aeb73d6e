import { expect, it } from 'vitest';
import { tableReasons } from '../../../../lambda/rendering/view/table-reasons.ts';
import type { Table } from '../../../../lambda/report/schema.ts';
import { sampleReport } from '../../../support/sample-report.ts';

/** The reasons below a table whose rows have a missing figure each, for these reasons. */
function reasonsOf(rows: Readonly<Record<string, string>>, hints: Readonly<Record<string, string>> = {}) {
  const report = sampleReport();
  const like = Object.values(report.figures)[0]!;
  for (const [label, reason] of Object.entries(rows))
    report.figures[`made.up.${label}`] = { ...like, value: null, status: 'missing', reason };
  const table: Table = {
    kind: 'table',
    id: 'made-up',
    title: 'Made up',
    columns: [{ label: 'Value', align: 'end' }],
    rows: Object.keys(rows).map((label) => ({
      label,
      ...(hints[label] === undefined ? {} : { hint: hints[label] }),
      cells: [{ figure: `made.up.${label}` }],
    })),
    notes: [],
  };
  return tableReasons(table, { ...report, names: { DGS2: 'Treasury 2 years' } });
}

it('reasons below a table say what is missing once, however many rows and figures lack it', () => {
  expect(reasonsOf({ A: 'no data for DGS2', B: 'no data for DGS2' })).toEqual([
    'n/a: no data for Treasury 2 years',
  ]);
  expect(reasonsOf({ A: 'a.b is not at hand; c.d is not at hand' })).toEqual([
    'n/a: what it rests on is not at hand',
  ]);
  expect(reasonsOf({ A: 'needs 22 sessions, has 2; needs 64 sessions, has 2' })).toEqual([
    'n/a: needs 22 sessions, has 2; needs 64 sessions, has 2',
  ]);
});

it('rows with a comma in their name are told apart by semicolons', () => {
  expect(reasonsOf({ 'CPI, over the year': 'no data', 'Yield, 2 years': 'no data', Other: 'none' })[0]).toBe(
    'CPI, over the year; Yield, 2 years n/a: no data',
  );
});

it('a reason that a row gives in a reader’s words is not given again', () => {
  expect(reasonsOf({ A: 'no data for DGS2' }, { A: 'not computable: no data for Treasury 2 years' })).toEqual(
    [],
  );
});
