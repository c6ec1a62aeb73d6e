import { describe, expect, test } from 'vitest';
import { stretches } from '../../../../lambda/rendering/view/layout.ts';
import type { Block, Table } from '../../../../lambda/report/schema.ts';
import fc from '../../../support/fast-check.ts';
import { sampleReport } from '../../../support/sample-report.ts';

const report = sampleReport();
const words = (id: string, length: number): Block => ({
  kind: 'prose',
  id,
  form: 'paragraph',
  sentences: [{ parts: ['x'.repeat(length)], figures: [] }],
});
const table = (id: string, columns: number): Table => ({
  kind: 'table',
  id,
  title: id,
  columns: Array.from({ length: columns }, () => ({ label: 'a column', align: 'end' })),
  rows: [{ label: 'a row', cells: Array.from({ length: columns }, () => ({ text: '1 234.56' })) }],
  notes: [],
});

describe('the blocks of a section', () => {
  test('go left and right by turns, whatever their heights: each has its place on every day', () => {
    for (const heights of [
      [620, 620, 1240],
      [900, 90, 90],
    ]) {
      const blocks = heights.map((height, at) => words(`${at}`, height));
      expect(stretches(blocks, report)).toEqual([{ span: 'half', left: [0, 2], right: [1] }]);
    }
  });

  test('take both columns when they are a table of many rows, narrow as it may be', () => {
    const long = table('long', 2);
    long.rows = Array.from({ length: 60 }, () => long.rows[0]!);
    expect(stretches([words('a', 9), long, words('b', 9)], report)).toEqual([
      { span: 'full', block: 0 },
      { span: 'full', block: 1 },
      { span: 'full', block: 2 },
    ]);
  });

  test('a wide table takes both columns and parts those before from those after', () => {
    expect(stretches([words('a', 9), words('b', 9), table('wide', 9), words('c', 9)], report)).toEqual([
      { span: 'half', left: [0], right: [1] },
      { span: 'full', block: 2 },
      { span: 'full', block: 3 },
    ]);
  });

  test('a narrow table shares a row with others', () => {
    expect(stretches([table('narrow', 2), words('a', 9)], report)).toEqual([
      { span: 'half', left: [0], right: [1] },
    ]);
  });

  test('each appears exactly once, columns in the order of the section', () => {
    const block = fc.oneof(
      fc.nat(2000).map((length) => words('w', length)),
      fc.integer({ min: 1, max: 12 }).map((columns) => table('t', columns)),
    );
    fc.assert(
      fc.property(fc.array(block, { maxLength: 12 }), (blocks) => {
        const laid = stretches(blocks, report).map((stretch) =>
          stretch.span === 'full' ? [stretch.block] : [...stretch.left, ...stretch.right],
        );
        expect(laid.flat().toSorted((a, b) => a - b)).toEqual(blocks.map((_, index) => index));
        for (const stretch of stretches(blocks, report)) {
          if (stretch.span === 'full') continue;
          for (const column of [stretch.left, stretch.right]) {
            expect(column).toEqual(column.toSorted((a, b) => a - b));
          }
        }
      }),
    );
  });
});
