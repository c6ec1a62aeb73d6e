import { describe, expect, test } from 'vitest';
import { PageFigures } from '../../../../lambda/rendering/view/figures.ts';
import { sentenceView } from '../../../../lambda/rendering/view/sentence.ts';
import { tableView } from '../../../../lambda/rendering/view/table.ts';
import type { Figure, Report, Table } from '../../../../lambda/report/schema.ts';
import { sampleReport } from '../../../support/sample-report.ts';

const proxy = { status: 'proxy', reason: 'no RVX: realised volatility stands in' } as const;

/** The sample, in which some figures are a proxy for one reason and others for another. */
function reportWith(proxies: Record<string, string>): Report {
  const report = sampleReport();
  const figures: Record<string, Figure> = { ...report.figures };
  for (const [id, reason] of Object.entries(proxies)) figures[id] = { ...figures[id]!, ...proxy, reason };
  return { ...report, figures };
}

const part = (figure: string) => ({ figure, text: figure });

describe('a footnote’s letter in a sentence', () => {
  const ids = ['return.IWM.1d', 'return.IWM.5d', 'return.SPY.1d', 'return.IWM.ytd'];

  test('stands at the first figure that it is about, and at no other', () => {
    const report = reportWith({
      'return.IWM.1d': 'A',
      'return.IWM.5d': 'A',
      'return.SPY.1d': 'B',
      'return.IWM.ytd': 'A',
    });
    const figures = new PageFigures(report);
    const view = sentenceView({ parts: ids.map(part), figures: ids }, figures);
    expect(view.parts.map(({ figure }) => figure?.mark)).toEqual(['a', '', 'b', '']);
    expect(figures.notes.take().map(({ text }) => text)).toEqual(['Proxy: A.', 'Proxy: B.']);
  });

  test('stands again in the next sentence', () => {
    const figures = new PageFigures(reportWith({ 'return.IWM.1d': 'A' }));
    const one = { parts: [part('return.IWM.1d')], figures: [] };
    expect(sentenceView(one, figures).parts[0]!.figure!.mark).toBe('a');
    expect(sentenceView(one, figures).parts[0]!.figure!.mark).toBe('a');
  });
});

describe('a footnote’s letter in a row', () => {
  const windows = ['1d', '5d', 'ytd'];
  const table: Table = {
    kind: 'table',
    id: 'some',
    title: 'Some',
    columns: windows.map((label) => ({ label, align: 'end' })),
    rows: [{ label: 'IWM', cells: windows.map((window) => ({ figure: `return.IWM.${window}` })) }],
    notes: [],
  };
  const marksOf = (proxies: Record<string, string>) => {
    const report = reportWith(proxies);
    const row = tableView(table, report, new PageFigures(report)).groups[0]!.rows[0]!;
    return [row.mark, ...row.cells.map(({ figure }) => figure?.mark)];
  };

  test.each([
    ['one number', { 'return.IWM.5d': 'A' }, ['', '', 'a', '']],
    ['two of three', { 'return.IWM.1d': 'A', 'return.IWM.ytd': 'A' }, ['a', '', '', '']],
    ['two reasons', { 'return.IWM.1d': 'A', 'return.IWM.ytd': 'B' }, ['', 'a', '', 'b']],
  ])('of %s', (_, proxies, expected) => {
    expect(marksOf(proxies)).toEqual(expected);
  });
});

test('a number that is printed without a minus is not set as one below zero', () => {
  const report = sampleReport();
  const id = 'return.IWM.1d';
  const of = (value: number) =>
    new PageFigures({
      ...report,
      figures: { ...report.figures, [id]: { ...report.figures[id]!, value } },
    }).view(id);
  expect(of(-0.0075)).toMatchObject({ text: '−0.75\u202f%', negative: true });
  expect(of(-0.00003)).toMatchObject({ text: '0.00\u202f%', negative: false });
  expect(of(0.0075)).toMatchObject({ text: '+0.75\u202f%', negative: false });
});
