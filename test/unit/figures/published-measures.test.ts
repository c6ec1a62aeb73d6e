import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { recordOf } from '../../../lambda/catalogue/record.ts';
import { tna } from '../../../lambda/editions/tna.ts';
import { methods } from '../../../lambda/figures/methods/index.ts';
import { definedFor } from '../../../lambda/figures/methods/method.ts';
import type { Report } from '../../../lambda/report/schema.ts';
import { siteRevision } from '../../support/site-archive.ts';
import {
  measuresOf,
  publishedMeasures,
  reportOfAllMeasures,
  reportPage,
} from '../../support/write-measures.ts';

describe('the measures in docs/report.md', () => {
  let report: Report;
  const table = publishedMeasures(readFileSync(reportPage, 'utf8'));
  beforeAll(async () => {
    report = await reportOfAllMeasures();
  });

  it('are those of a report with a session before it: `npm run schema` writes them', () => {
    expect(table).toBe(measuresOf(report));
  });

  it('leave out no measure of the book, each with its unit and the meaning that its method gives', () => {
    const cells = table.split('\n').map((row) => row.split(/(?<!\\)\|/).map((cell) => cell.trim()));
    for (const [id, { method, unit }] of Object.entries(report.figures)) {
      const { definition } = definedFor(methods[method as keyof typeof methods], tna);
      const row = cells.find(
        ([, measure, , in_, meaning]) =>
          measure === `\`${id.split('.')[0]}\`` &&
          in_ === unit &&
          meaning === definition.replaceAll('|', '\\|').replaceAll(/\s+/g, ' '),
      );
      expect(row, `${id}, ${unit}, ${method}`).toBeDefined();
    }
  });

  it('have the figures by which the site grades briefings and finds sessions alike', () => {
    const record = recordOf([siteRevision(report).revision]);
    expect([record.expected, record.moved, record.missed, ...record.like]).toEqual(
      Array.from({ length: 9 }, () => expect.any(Number)),
    );
  });
});
