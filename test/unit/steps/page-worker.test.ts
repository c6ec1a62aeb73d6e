import { afterAll, expect, it } from 'vitest';
import { RenderError } from '../../../lambda/errors.ts';
import { renderHtmlHere } from '../../../lambda/rendering/render-html.ts';
import type { Report } from '../../../lambda/report/schema.ts';
import { dataFiles } from '../../../lambda/steps/data-files.ts';
import { openPageWorker } from '../../../lambda/steps/page-worker/open.ts';
import { reportBytes } from '../../../lambda/steps/render.ts';
import { sampleReport } from '../../support/sample-report.ts';

const worker = openPageWorker();
afterAll(() => worker.close());

const reportOf = (session: string): Report => ({ ...sampleReport(), session });
const made = (report: Report) => worker.renderHtml(report, reportBytes(report));
const asBuffers = (files: ReadonlyMap<string, Uint8Array>) =>
  new Map([...files].map(([name, bytes]) => [name, Buffer.from(bytes)]));

it('a page and files of data are those that are made here and now', async () => {
  const report = sampleReport();
  expect(Buffer.from(await made(report))).toEqual(
    Buffer.from(await renderHtmlHere(report, reportBytes(report))),
  );
  expect(asBuffers(await worker.makeData(report, reportBytes(report)))).toEqual(asBuffers(dataFiles(report)));
});

it('the files of data of a report whose page was not asked for are its own', async () => {
  const report = reportOf('2025-12-24');
  expect(asBuffers(await worker.makeData(report, reportBytes(report)))).toEqual(asBuffers(dataFiles(report)));
});

it('many that are asked for at a time get each their own', async () => {
  const reports = ['2025-12-22', '2025-12-23', '2025-12-24'].map(reportOf);
  const pages = await Promise.all(reports.map(made));
  for (const [at, report] of reports.entries())
    expect(Buffer.from(pages[at]!)).toEqual(Buffer.from(await renderHtmlHere(report, reportBytes(report))));
});

it('a report that its schema refuses has no page, and the next one has', async () => {
  const broken = { ...sampleReport(), revision: 0 };
  const [refused, next] = await Promise.allSettled([made(broken), made(sampleReport())]);
  expect(refused).toMatchObject({ status: 'rejected', reason: expect.any(RenderError) });
  const here = await renderHtmlHere(broken, reportBytes(broken)).catch((error: unknown) => error);
  const { reason } = refused as PromiseRejectedResult;
  expect([reason.message, reason.hint]).toEqual([(here as RenderError).message, (here as RenderError).hint]);
  expect(next.status).toBe('fulfilled');
  await expect(worker.makeData(broken, reportBytes(broken))).rejects.toThrow(RenderError);
});

it('bytes that are no JSON are an error', async () => {
  await expect(worker.renderHtml(sampleReport(), Buffer.from('{'))).rejects.toThrow(SyntaxError);
});
