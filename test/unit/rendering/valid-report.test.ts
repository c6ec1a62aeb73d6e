import { afterAll, describe, expect, it } from 'vitest';
import { RenderError } from '../../../lambda/errors.ts';
import { renderHtmlHere } from '../../../lambda/rendering/render-html.ts';
import type { Report } from '../../../lambda/report/schema.ts';
import { dataFiles } from '../../../lambda/steps/data-files.ts';
import { openPageWorker } from '../../../lambda/steps/page-worker/open.ts';
import { reportBytes } from '../../../lambda/steps/render.ts';
import { sampleReport } from '../../support/sample-report.ts';

const pageWorker = openPageWorker();
afterAll(() => pageWorker.close());

const id = Object.keys(sampleReport().figures)[0]!;
const broken = (change: (report: Report) => unknown): Report => change(sampleReport()) as Report;

describe.each([
  ['here', renderHtmlHere],
  ['in the thread of a backfill', pageWorker.renderHtml],
])('a report whose page is made %s', (_, renderHtml) => {
  it('is taken when it is what its schema says', async () => {
    const report = sampleReport();
    const page = await renderHtml(report, reportBytes(report));
    expect(Buffer.from(page).toString()).toContain('<!doctype html>');
  });

  it.each([
    [
      'a figure without its unit',
      broken(({ figures, ...rest }) => ({
        ...rest,
        figures: { ...figures, [id]: { ...figures[id], unit: undefined } },
      })),
      `figures.${id}.unit`,
    ],
    [
      'a value that is no number',
      broken(({ figures, ...rest }) => ({
        ...rest,
        figures: { ...figures, [id]: { ...figures[id], value: [1] } },
      })),
      `figures.${id}.value`,
    ],
    ['another schema', broken((report) => ({ ...report, schema: 'smallcap-briefing/2' })), 'schema'],
    ['no front page', broken(({ front: _front, ...rest }) => rest), 'front'],
  ])('is refused with the place where it has %s, before any page is made', async (_name, report, place) => {
    const error = await renderHtml(report, reportBytes(report)).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(RenderError);
    expect((error as RenderError).message).toContain(`the report is not what its own schema says: ${place}`);
    expect((error as RenderError).hint).toContain('nothing was published');
  });
});

describe('the files of data of a report', () => {
  it.each(['before its page', 'after its page'])(
    'are the same made in the thread of a backfill %s',
    async (when) => {
      const report = sampleReport();
      const json = reportBytes(report);
      if (when === 'after its page') await pageWorker.renderHtml(report, json);
      const made = await pageWorker.makeData(report, json);
      const here = dataFiles(report);
      expect([...made.keys()]).toEqual([...here.keys()]);
      for (const [name, bytes] of here) expect(Buffer.compare(made.get(name)!, bytes), name).toBe(0);
    },
  );
});
