import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { FolderArchive } from '../../../../lambda/archive/folder.ts';
import { S3Archive } from '../../../../lambda/archive/s3.ts';
import { files } from '../../../../lambda/archive-layout.ts';
import { handler as analyse } from '../../../../lambda/aws/handlers/analyse.ts';
import { handler as deliver } from '../../../../lambda/aws/handlers/deliver.ts';
import { handler as plan } from '../../../../lambda/aws/handlers/plan.ts';
import { handler as publish } from '../../../../lambda/aws/handlers/publish.ts';
import { handler as settle } from '../../../../lambda/aws/handlers/settle.ts';
import { RenderError } from '../../../../lambda/errors.ts';
import { checkArchive } from '../../../../lambda/runs/check.ts';
import { buildName } from '../../../../lambda/runtime/build-name.ts';
import { smallData } from '../../../e2e-local/support/small-data.ts';
import { smallRun } from '../../../e2e-local/support/small-run.ts';
import { collectHandlerOf, renderHandlerOf } from '../../../support/aws/services.ts';
import { publishSample } from '../../../support/published-sample.ts';
import { S3Server } from '../../../support/s3-server.ts';
import { sampleReport } from '../../../support/sample-report.ts';
import { temporaryFolder } from '../../../support/temporary.ts';

// Read when the handlers are loaded: what they log belongs to them, not to the output of the tests.
vi.hoisted(() => {
  process.env.POWERTOOLS_LOG_LEVEL = 'SILENT';
  process.env.POWERTOOLS_METRICS_DISABLED = 'true';
});

const session = '2025-12-31';
const now = '2026-01-02T12:00:00Z';
const invocation = { awsRequestId: 'request-1' };
const start = { session, now, run: 'manual', execution: 'run-1' };

let server: S3Server;
let root: Awaited<ReturnType<typeof temporaryFolder>>;
let data: string;
let archive: S3Archive;

beforeAll(async () => {
  root = await temporaryFolder();
  data = await smallData(join(root.path, 'data'));
  server = await new S3Server().start();
  archive = new S3Archive({ client: server.client(), bucket: 'archive' });
  Object.assign(process.env, {
    BRIEFING_BUCKET: 'archive',
    BRIEFING_CODE: '5d60aeaf32ba',
    AWS_ENDPOINT_URL: server.origin,
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'id',
    AWS_SECRET_ACCESS_KEY: 'secret',
  });
});
beforeEach(() => {
  // The pauses between tries are random parts of a second; here they are none.
  vi.spyOn(Math, 'random').mockReturnValue(0);
  server.objects.clear();
});
afterEach(() => vi.restoreAllMocks());
afterAll(async () => {
  await server.stop();
  await root.dispose();
});

const collect = (from = data) => collectHandlerOf(archive, from)({ ...start, plan: { session } }, invocation);

/** `render` without a browser: the HTML is there, and no PDF. */
async function stageHtml(work: string): Promise<void> {
  const render = renderHandlerOf(archive, async () => {
    throw new RenderError('no browser today');
  });
  await expect(render({ analyse: { work } }, invocation)).rejects.toThrow('no browser today');
}

const renderFailure = { Error: 'RenderError', Cause: '{"errorMessage":"no browser today"}' };

/** The first revision, published without its PDF, and what the state machine holds then. */
async function publishFirst() {
  const planned = { ...start, plan: await plan(start, invocation) };
  const collected = { ...planned, collect: await collect() };
  const analysed = { ...collected, analyse: await analyse(collected, invocation) };
  await stageHtml(analysed.analyse.work);
  return { ...analysed, renderFailure, publish: await publish({ ...analysed, renderFailure }, invocation) };
}

describe('the steps, each fed what the ones before answered', () => {
  it('make the briefing that the command line makes, to the byte', async () => {
    const published = await publishFirst();
    expect(published.plan).toMatchObject({ status: 'go', session });
    expect(published.collect).toMatchObject({ late: false, missing: [] });
    expect(published.analyse).toMatchObject({ status: 'new', revision: 1, previous: null });
    expect(published.publish).toMatchObject({ status: 'published', revision: 1 });
    expect(await deliver(published, invocation)).toMatchObject({ sent: 0, before: 0, unchanged: 0 });
    await expect(settle(published, invocation)).rejects.toMatchObject({
      name: 'RunFailed',
      message: 'published without its PDF: RenderError: no browser today',
    });

    const local = new FolderArchive(join(root.path, 'local'));
    await smallRun(data, local);
    for (const name of [files.report, files.html]) {
      const key = `reports/${session}/r1/${name}`;
      expect(Buffer.from((await archive.get(key))!).equals((await local.get(key))!), name).toBe(true);
    }
    expect((await checkArchive(archive)).problems).toEqual([]);
    const manifest = `reports/${session}/r1/manifest.json`;
    expect(server.objects.get(manifest)?.headers).toMatchObject({
      'x-amz-meta-execution': 'run-1',
      'x-amz-meta-request': 'request-1',
      'x-amz-meta-code': '5d60aeaf32ba',
    });
    expect(JSON.parse(Buffer.from((await archive.get(manifest))!).toString())).toMatchObject({
      code: buildName('5d60aeaf32ba'),
    });
  });

  it('find a revision taken by an unfinished one of another run, and publish the next', async () => {
    await publishFirst();
    const changed = await smallData(join(root.path, 'changed'), {
      change: {
        symbol: 'TNA',
        rows: (rows) => [...rows.slice(0, -1), rows.at(-1)!.replace(/,[^,]*$/, ',777')],
      },
    });
    await archive.putNew(`reports/${session}/r2/${files.report}`, Buffer.from('of a run that died'));
    const dead = server.objects.get(`reports/${session}/r2/${files.report}`)!;
    server.objects.set(`reports/${session}/r2/${files.report}`, {
      ...dead,
      modified: new Date(Date.now() - 3_600_000),
    });

    let state: Record<string, unknown> = {
      ...start,
      plan: { session },
      renderFailure,
      collect: await collect(changed),
    };
    const round = async () => {
      const analysed = await analyse(state, invocation);
      await stageHtml(analysed.work);
      state = { ...state, analyse: analysed };
      state = { ...state, publish: await publish(state, invocation) };
    };
    await round();
    expect(state.publish).toMatchObject({ status: 'taken', revision: 2 });
    await round();
    expect(state.publish).toMatchObject({ status: 'published', revision: 3 });
    // Its answer may be lost on the way back: asked again, it is the same revision still.
    expect(await publish(state, invocation)).toMatchObject({ status: 'published', revision: 3 });
    expect(JSON.parse(Buffer.from((await archive.get('latest.json'))!).toString())).toMatchObject({
      session,
      revision: 3,
    });
  });

  it('refuse by name what cannot be mended by trying again', async () => {
    await expect(plan({ session: 'tomorrow' }, invocation)).rejects.toMatchObject({ name: 'EventError' });
    await expect(plan({ session: '2026-01-01', now }, invocation)).rejects.toMatchObject({
      name: 'UsageError',
    });
    const nothing = {
      ...start,
      plan: { session },
      collect: { snapshot: null, missing: ['nobody answered'] },
    };
    await expect(analyse(nothing, invocation)).rejects.toMatchObject({ name: 'GateError' });
    const bare = {
      ...start,
      plan: { session },
      analyse: { status: 'new', revision: 9, work: 'work/x/', previous: null },
    };
    await expect(publish(bare, invocation)).rejects.toMatchObject({ name: 'RenderError' });
  });

  it.each<[unknown, RegExp]>([
    [{ Comment: 'Insert your JSON here' }, /no such field: Comment; there are .*session/],
    [{ session, send: false }, /no such field: send; .*tell/],
    [{ session, from: session, to: session }, /only one of/],
    [{ from: session }, /from and to go together/],
    [{ session: '31 Dec 2025' }, /session: /],
  ])('refuse to begin with %j', async (event, message) => {
    await expect(plan(event, invocation)).rejects.toMatchObject({
      name: 'EventError',
      message: expect.stringMatching(message),
    });
  });

  it('begin with nothing, as the console starts it, on the newest session that has closed', async () => {
    expect(await plan({ now: '2026-01-02T20:59:59Z', execution: 'run-2' }, invocation)).toMatchObject({
      status: 'go',
      session: '2025-12-31',
    });
    expect(await plan({ now: '2026-01-02T21:00:00Z' }, invocation)).toMatchObject({ session: '2026-01-02' });
    expect(await plan({}, invocation)).toMatchObject({ status: 'go' });
  });

  it('send nothing with `tell: false`', async () => {
    await publishFirst();
    process.env.BRIEFING_TOPIC = 'arn:aws:sns:us-east-1:1:readers';
    try {
      const published = { ...start, plan: { session }, publish: { revision: 1 } };
      expect(await deliver({ ...published, tell: false }, invocation)).toMatchObject({
        sent: 0,
        before: 0,
        unchanged: 0,
      });
      expect(await archive.list('receipts/delivery/')).toEqual([]);
      await expect(deliver(published, invocation)).rejects.toMatchObject({ name: 'DeliveryError' });
      expect(await archive.list('receipts/delivery/')).toHaveLength(1);
    } finally {
      delete process.env.BRIEFING_TOPIC;
    }
  });

  it('wait for a required series that is late, and keep what came', async () => {
    const early = await smallData(join(root.path, 'early'), { through: '2025-12-30' });
    const late = await collect(early);
    expect(late).toMatchObject({
      late: true,
      missing: expect.arrayContaining([expect.stringContaining('TNA')]),
    });
    expect(await archive.get(`snapshots/${session}/${late.snapshot}/snapshot.json`)).not.toBeNull();
    await expect(analyse({ ...start, plan: { session }, collect: late }, invocation)).rejects.toMatchObject({
      name: 'GateError',
    });
  });
});

describe('a schedule', () => {
  it('on a holiday has nothing to do, and settles well', async () => {
    const event = { run: 'evening', scheduledTime: '2026-01-01T22:45:00Z' };
    const planned = await plan(event, invocation);
    expect(planned).toMatchObject({
      status: 'no session',
      session: null,
      reason: expect.stringContaining('New Year'),
    });
    expect(await settle({ ...event, plan: planned }, invocation)).toMatchObject({
      status: expect.stringContaining('New Year'),
    });
  });

  it('in the morning prints a missing PDF, and has nothing to do for a final session', async () => {
    const morning = { run: 'morning', scheduledTime: '2026-01-01T13:30:00Z' };
    await publishFirst();
    expect(await plan(morning, invocation)).toMatchObject({ status: 'go', session });
    const [collectedAt, revision] = ['2026-01-01T01:20:00.000Z', 9];
    await publishSample(archive, now, Buffer.from('%PDF-1.7'), {
      ...sampleReport(),
      session,
      revision,
      collectedAt,
    });
    expect(await plan(morning, invocation)).toMatchObject({ status: 'already final', session: null });
  });

  it('in the morning has nothing to do after an unchanged scheduled run after 20:15', async () => {
    const of = '2025-12-29';
    const morning = { run: 'morning', scheduledTime: '2025-12-30T13:30:00Z', now };
    const provisional = { ...sampleReport(), session: of, collectedAt: '2025-12-29T22:45:00.000Z' };
    await publishSample(archive, now, Buffer.from('%PDF-1.7'), provisional);
    const { revision } = provisional;
    const unchanged = { status: 'already published', revision, work: '', previous: null };
    const ended = (scheduledTime?: string) =>
      publish({ plan: { session: of }, analyse: unchanged, now, scheduledTime }, invocation);
    await ended();
    await ended('2025-12-29T22:45:00Z');
    expect(await plan(morning, invocation)).toMatchObject({ status: 'go', session: of });
    await ended('2025-12-30T01:15:00Z');
    expect(await plan(morning, invocation)).toMatchObject({
      status: 'already final',
      session: null,
      reason: `${of} is final since revision ${revision}`,
    });
  });

  it('waits for late data until its deadline', async () => {
    const planned = await plan({ run: 'final', scheduledTime: '2025-12-31T01:15:00Z' }, invocation);
    expect(planned).toMatchObject({
      status: 'go',
      session: '2025-12-30',
      deadline: '2025-12-31T02:30:00.000Z',
      waitSeconds: 600,
    });
  });
});
