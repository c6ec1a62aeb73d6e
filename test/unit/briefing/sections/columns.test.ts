import { describe, expect, it } from 'vitest';
import type { Block, Report } from '../../../../lambda/report/schema.ts';
import { simulatedReport } from '../../../support/briefings.ts';

/** What the head of a column promises of the figures under it. */
const windows: Readonly<Record<string, string>> = {
  '1 day': '1d',
  '5 days': '5d',
  '21 days': '21d',
  '63 days': '63d',
  '252 days': '252d',
  '1 month': '1m',
  '3 months': '3m',
  '6 months': '6m',
  'Year to date': 'ytd',
  '1 year': '1y',
};

const blocksOf = ({ front, sections }: Report): Block[] => [
  ...front.blocks,
  ...sections.flatMap(({ blocks }) => blocks),
];

describe('a table of a whole briefing', () => {
  it('has under each window the figures of that window, and a cell under every head', async () => {
    const report = await simulatedReport('2025-11-14');
    const tables = blocksOf(report).filter((block) => block.kind === 'table');
    const strangers: string[] = [];
    let held = 0;
    for (const { id, columns, rows } of tables)
      for (const { label, cells } of rows) {
        expect(cells, `${id}, ${label}`).toHaveLength(columns.length);
        cells.forEach((cell, i) => {
          const window = windows[columns[i]!.label];
          if (window === undefined || !('figure' in cell)) return;
          held += 1;
          if (!cell.figure.split('.').includes(window))
            strangers.push(`${id}, ${label}, under “${columns[i]!.label}”: ${cell.figure}`);
        });
      }
    expect(strangers).toEqual([]);
    expect(held).toBeGreaterThan(100);
  });
});
