import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { S3Archive } from '../../lambda/archive/s3.ts';
import { stage, stagedReport } from '../../lambda/archive/work.ts';
import { report as reportSchema } from '../../lambda/briefing/report.ts';
import { files } from '../../lambda/contract.ts';
import { tna } from '../../lambda/editions/tna.ts';
import { handler as analyse } from '../../lambda/handlers/analyse.ts';
import { handler as publish } from '../../lambda/handlers/publish.ts';
import { typesetHere } from '../../lambda/rendering/typeset.ts';
import { folderSource } from '../../lambda/sources/folder/folder.ts';
import { checkArchive } from '../../lambda/steps/check.ts';
import { gather } from '../../lambda/steps/gather.ts';
import { smallData } from '../e2e-local/support/small-data.ts';
import { type Plan, S3Server } from '../support/s3-server.ts';
import { temporaryFolder } from '../support/temporary.ts';

vi.hoisted(() => {
  process.env.POWERTOOLS_LOG_LEVEL = 'SILENT';
  process.env.POWERTOOLS_METRICS_DISABLED = 'true';
});

const session = '2025-12-31';
const now = '2026-01-02T12:00:00Z';
const invocation = { awsRequestId: 'request-1' };

let root: Awaited<ReturnType<typeof temporaryFolder>>;
let server: S3Server;
let archive: S3Archive;
let data: string;

beforeAll(async () => {
  root = await temporaryFolder();
  data = await smallData(join(root.path, 'data'));
  server = await new S3Server().start();
  archive = new S3Archive({ client: server.client(), bucket: 'archive' });
  Object.assign(process.env, {
    BRIEFING_BUCKET: 'archive',
    AWS_ENDPOINT_URL: server.endpoint,
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'id',
    AWS_SECRET_ACCESS_KEY: 'secret',
  });
});
afterAll(async () => {
  await server.stop();
  await root.dispose();
});

/** Collect, analyse, render with a PDF for show, publish: every request to S3 that a run makes on its way. */
async function run(): Promise<unknown> {
  const request = { edition: tna, session, through: session, now };
  const collected = await gather(request, { source: folderSource(data), archive });
  const state = { session, now, plan: { session }, collect: collected };
  const analysed = await analyse(state, invocation);
  if (analysed.status === 'new') {
    const json = await stagedReport(archive, analysed.work);
    const report = reportSchema.parse(JSON.parse(Buffer.from(json).toString()));
    const pages = [
      [files.html, await typesetHere(report, json)],
      [files.pdf, Buffer.from('%PDF-1.7')],
    ] as const;
    await stage(archive, analysed.work, new Map(pages));
  }
  return await publish({ ...state, analyse: analysed }, invocation);
}

/** What readers see, and nothing of how it came about. */
const published = () =>
  Object.fromEntries(
    [...server.objects]
      .filter(([key]) => /^(reports\/|index|latest)/.test(key))
      .map(([key, { bytes }]) => [key, bytes.toString('base64')])
      .sort(),
  );

function fresh(plan: Plan): void {
  server.objects.clear();
  server.requests.length = 0;
  server.plan = plan;
}

it('a run that dies at any of its requests to S3 leaves nothing half, and the next makes the one right briefing', async () => {
  fresh(() => null);
  await run();
  const [undisturbed, requests] = [published(), server.requests.length];
  expect(requests).toBeGreaterThan(20);
  for (let at = 1; at <= requests; at += 1) {
    fresh((_, __, nth) => (nth >= at ? 'reset' : null));
    await expect(run(), `request ${at}`).rejects.toMatchObject({ name: 'ArchiveUnavailable' });
    server.plan = () => null;
    expect((await checkArchive(archive)).problems, `after request ${at}`).toEqual([]);
    expect(await run()).toEqual({ status: expect.stringMatching(/published/), revision: 1 });
    expect(published(), `after request ${at}`).toEqual(undisturbed);
  }
}, 600_000);

it.each([
  ['lost answer', 'lost answer'],
  ['throttle', { status: 503, code: 'SlowDown' }],
  ['conflict', { status: 409, code: 'ConditionalRequestConflict' }],
] as const)(
  'a %s at any one write is no reason to fail, and publishes nothing twice',
  async (_, mishap) => {
    fresh(() => null);
    await run();
    const [undisturbed, requests] = [published(), [...server.requests]];
    for (const [index, request] of requests.entries()) {
      if (!request.startsWith('PUT')) continue;
      fresh((verb, __, nth) => (nth === index + 1 && verb === 'PUT' ? mishap : null));
      expect(await run(), request).toEqual({ status: 'published', revision: 1 });
      expect(published(), request).toEqual(undisturbed);
    }
  },
  600_000,
);
