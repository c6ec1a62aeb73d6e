import { cpSync, globSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildAsset } from '../../infra/assets.ts';
import { S3Archive } from '../../lambda/archive/s3.ts';
import { stage, workOf } from '../../lambda/archive/work.ts';
import { files } from '../../lambda/archive-layout.ts';
import { openPrinter } from '../../lambda/rendering/pdf.ts';
import { renderHtmlHere } from '../../lambda/rendering/render-html.ts';
import type { Report } from '../../lambda/report/schema.ts';
import { render, reportBytes } from '../../lambda/steps/render.ts';
import { simulatedReport } from '../support/briefings.ts';
import { S3Server } from '../support/s3-server.ts';
import { temporaryFolder } from '../support/temporary.ts';
import { Shaped, sizeOf } from './support/shaped.ts';

const megabytes = (bytes: number) => Math.round(bytes / 1e6);

async function until(condition: () => boolean): Promise<number> {
  while (!condition()) await sleep(10);
  return performance.now();
}

describe('the render function, with its asset alone and an empty temporary folder', () => {
  let root: Awaited<ReturnType<typeof temporaryFolder>>;
  let server: S3Server;
  let shaped: Shaped;
  let asset: string;
  let temporary: string;
  let report: Report;
  let work: string;
  /** When the browser was inflated, by the clock of this process. */
  let inflated: Promise<number>;

  beforeAll(async () => {
    root = await temporaryFolder();
    [asset, temporary] = [join(root.path, 'asset'), join(root.path, 'tmp')];
    // Away from the repository: a package that the asset lacks must not be found in a folder above it.
    cpSync(await buildAsset('render'), asset, { recursive: true });
    mkdirSync(temporary);
    server = await new S3Server().start();
    report = await simulatedReport('2025-12-31');
    const json = reportBytes(report);
    work = workOf(report.session, json);
    await stage(
      new S3Archive({ client: server.client(), bucket: 'archive' }),
      work,
      new Map([[files.report, json]]),
    );
    shaped = new Shaped(asset, temporary, { BRIEFING_BUCKET: 'archive', AWS_ENDPOINT_URL: server.origin });
    const started = performance.now();
    inflated = until(() => globSync('*/chromium-*/chromium', { cwd: temporary }).length > 0).then(
      (at) => at - started,
    );
  }, 120_000);

  afterAll(async () => {
    await shaped?.end();
    await server?.stop();
    await root?.dispose();
  });

  it('prints the very pages that the command line prints', async () => {
    const printer = openPrinter();
    try {
      const pages = await render(report, reportBytes(report), { renderHtml: renderHtmlHere, printer }, 'A4');
      const cold = await shaped.invoke({ analyse: { work } });
      expect(cold.error).toBeUndefined();
      for (const name of [files.html, files.pdf])
        expect(server.objects.get(work + name)?.bytes.equals(pages.get(name)!), name).toBe(true);
      console.log(`browser inflated ${Math.round(await inflated)} ms after the start of the process`);
      console.log(
        `init ${Math.round((await shaped.init).init)} ms, then the first pages ${Math.round(cold.milliseconds)} ms`,
      );
    } finally {
      await printer.close();
    }
  }, 120_000);

  it('prints the same bytes again and again, from the same browser', async () => {
    const first = server.objects.get(work + files.pdf)?.bytes;
    const times: number[] = [];
    for (let turn = 0; turn < 5; turn += 1) {
      server.objects.delete(work + files.pdf);
      const warm = await shaped.invoke({ analyse: { work } });
      expect(warm.error).toBeUndefined();
      times.push(Math.round(warm.milliseconds));
      expect(server.objects.get(work + files.pdf)?.bytes).toEqual(first);
    }
    console.log(`warm ${times.join(', ')} ms`);
  }, 60_000);

  it('fits: asset under 90 MB, memory under 2,048 MB, temporary folder under 80 % of 1,024 MB', () => {
    const measured = { asset: sizeOf(asset), memory: shaped.peak, temporary: sizeOf(temporary) };
    console.log(
      `asset ${megabytes(measured.asset)} MB, memory at most ${megabytes(measured.memory)} MB, ` +
        `temporary folder ${megabytes(measured.temporary)} MB`,
    );
    expect(measured.asset).toBeLessThan(90e6);
    expect(measured.memory).toBeLessThan(2_048e6);
    expect(measured.temporary).toBeLessThan(0.8 * 1_024e6);
  });
});
