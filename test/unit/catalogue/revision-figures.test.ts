import { expect, it } from 'vitest';
import { formatFigure } from '../../../lambda/briefing/words/format.ts';
import { revisionFiguresScript } from '../../../lambda/catalogue/revision-figures.ts';
import type { Figure } from '../../../lambda/report/schema.ts';
import { sampleReport } from '../../support/sample-report.ts';

it('figures.js has every figure of the report as it is printed, and says why one has no value', () => {
  const report = sampleReport();
  const carried = { ...report.figures, 'previous.close.IWM': report.figures['close.IWM']! };
  type Row = [Figure['value'], Figure['status']?, string?, number?];
  type Group = [string, string, string[], Record<string, (Row | Figure['value'])[]>];
  let given: { session: string; reasons: string[]; groups: Group[] } | undefined;
  new Function('archive', revisionFiguresScript({ ...report, figures: carried }))({
    figures: (value: typeof given) => {
      given = value;
    },
  });
  const read = new Map<string, Figure>();
  for (const [unit, measure, endings, subjects] of given!.groups)
    for (const [subject, rows] of Object.entries(subjects))
      rows.forEach((row, at) => {
        const id = [measure, subject, endings[at]!].join('.').replace(/\.+$/, '');
        const [value, status = 'fresh', asOf = given!.session, reason] = Array.isArray(row) ? row : [row];
        read.set(id, {
          ...report.figures[id]!,
          value,
          unit,
          status,
          asOf,
          ...(reason === undefined ? {} : { reason: given!.reasons[reason]! }),
        });
      });
  expect([...read.keys()].sort()).toEqual(Object.keys(report.figures).sort());
  for (const [id, figure] of Object.entries(report.figures)) {
    expect(formatFigure(id, read.get(id)!), id).toBe(formatFigure(id, figure));
    expect(read.get(id)).toMatchObject({ unit: figure.unit, status: figure.status, asOf: figure.asOf });
    expect(read.get(id)!.reason).toBe(figure.reason);
  }
});
