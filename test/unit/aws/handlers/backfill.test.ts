import '../../../support/aws/silence-powertools.ts';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { FolderArchive } from '../../../../lambda/archive/folder.ts';
import { readManifest } from '../../../../lambda/archive/manifest.ts';
import { S3Archive } from '../../../../lambda/archive/s3.ts';
import { files } from '../../../../lambda/archive-layout.ts';
import { handler as analyse } from '../../../../lambda/aws/handlers/analyse.ts';
import { handler as conclude } from '../../../../lambda/aws/handlers/conclude.ts';
import { handler as draft } from '../../../../lambda/aws/handlers/draft.ts';
import { handler as plan } from '../../../../lambda/aws/handlers/plan.ts';
import { handler as publish } from '../../../../lambda/aws/handlers/publish.ts';
import { tna } from '../../../../lambda/editions/tna.ts';
import { renderHtmlHere } from '../../../../lambda/rendering/render-html.ts';
import { backfill } from '../../../../lambda/runs/backfill.ts';
import { checkArchive } from '../../../../lambda/runs/check.ts';
import { unwatched } from '../../../../lambda/runs/watch.ts';
import { clockAt } from '../../../../lambda/runtime/clock.ts';
import { folderSource } from '../../../../lambda/sources/files/folder.ts';
import { chunksOf } from '../../../../lambda/steps/plan.ts';
import { clock as now, smallData } from '../../../e2e-local/support/small-data.ts';
import { collectHandlerOf, renderHandlerOf } from '../../../support/aws/services.ts';
import { S3Server, type StoredObject } from '../../../support/s3-server.ts';
import { temporaryFolder } from '../../../support/temporary.ts';

const range = { from: '2025-12-15', to: '2025-12-30' };
const invocation = { awsRequestId: 'request-1' };
/** A bar that a required series lacks: the gate refuses its session, and the next, whose change it would be the base of. */
const hole = '2025-12-18';
const refused = [hole, '2025-12-19'];

let server: S3Server;
let root: Awaited<ReturnType<typeof temporaryFolder>>;
let data: string;
let archive: S3Archive;

beforeAll(async () => {
  root = await temporaryFolder();
  await bucket();
  data = await smallData(join(root.path, 'data'), {
    change: { symbol: 'IWM', rows: (rows) => rows.filter((row) => !row.startsWith(hole)) },
  });
});
afterAll(async () => {
  await server.stop();
  await root.dispose();
});

/** An empty bucket, where the handlers look for it. */
async function bucket(): Promise<void> {
  server = await new S3Server().start();
  archive = new S3Archive({ client: server.client(), bucket: 'archive' });
  Object.assign(process.env, {
    BRIEFING_BUCKET: 'archive',
    AWS_ENDPOINT_URL: server.origin,
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'id',
    AWS_SECRET_ACCESS_KEY: 'secret',
  });
}

interface Started {
  readonly execution: string;
  readonly plan: { readonly session: string; readonly chunks: readonly (readonly string[])[] };
}

/** Up to the drafts, as the state machine goes: providers are a folder, asked once. */
async function drafted(execution: string, of = range): Promise<Started> {
  const begun = { ...of, now, execution };
  const planned = (await plan(begun, invocation)) as Started['plan'];
  const collect = await collectHandlerOf(archive, data)({ ...begun, plan: planned }, invocation);
  const state = { ...begun, plan: planned, collect };
  expect(await draft(state, invocation)).toMatchObject({ next: 0 });
  return state;
}

/** One session within its chunk, with a PDF for show: the browser has tests of its own. */
async function session(of: string, execution: string): Promise<void> {
  let state: Record<string, unknown> = { plan: { session: of }, run: 'backfill', execution };
  try {
    do {
      const analysed = await analyse(state, invocation);
      state = { ...state, analyse: analysed };
      if (analysed.status === 'new') await renderHandlerOf(archive)(state, invocation);
      state = { ...state, publish: await publish(state, invocation) };
    } while ((state.publish as { status: string }).status === 'taken');
  } catch (error) {
    const { name, message } = error as Error;
    state = { ...state, failure: { Error: name, Cause: JSON.stringify({ errorMessage: message }) } };
  }
  await conclude(state, invocation);
}

const all = async ({ plan: { chunks }, execution }: Started): Promise<void> => {
  // Side by side, the last first: no order between chunks is relied on.
  await Promise.all(
    chunks.toReversed().map(async (chunk) => {
      for (const one of chunk) await session(one, execution);
    }),
  );
};

describe('a backfill, step by step, its chunks side by side', () => {
  let local: FolderArchive;
  let started: Started;
  /** What the bucket holds after the backfill; each test begins with it. */
  let filled: Map<string, StoredObject>;
  let original: string;
  beforeAll(async () => {
    local = new FolderArchive(join(root.path, 'local'));
    started = await drafted('fill-1');
    await all(started);
    filled = new Map(server.objects);
    original = data;
    const sessions = started.plan.chunks.flat();
    const making = {
      edition: tna,
      sessions,
      paper: 'A4' as const,
      allowIncomplete: false,
      code: 'test',
      now: clockAt(now)(),
    };
    const ports = { source: folderSource(data), archive: local, renderHtml: renderHtmlHere, printer: null };
    await backfill(making, { ...ports, watch: unwatched, tell: () => undefined });
  });
  beforeEach(() => {
    server.objects.clear();
    for (const [key, object] of filled) server.objects.set(key, object);
    data = original;
  });

  it('makes the bytes that one session after another makes, and names the same predecessors', async () => {
    const pages = async (of: FolderArchive | S3Archive) =>
      (await of.list('reports/')).filter((key) => /(report\.json|briefing\.html)$/.test(key));
    const reports = await pages(local);
    expect(reports.length).toBeGreaterThan(15);
    expect(await pages(archive)).toEqual(reports);
    for (const key of reports)
      expect(Buffer.from((await archive.get(key))!).equals((await local.get(key))!), key).toBe(true);
    const made = async (of: FolderArchive | S3Archive, key: string) => {
      const {
        publishedAt: _,
        code: __,
        ...manifest
      } = JSON.parse(Buffer.from((await of.get(key))!).toString());
      delete manifest.files[files.pdf];
      return manifest;
    };
    for (const key of (await local.list('reports/')).filter((one) => one.endsWith(files.manifest)))
      expect(await made(archive, key)).toEqual(await made(local, key));
  });

  it('keeps the snapshots that one session after another keeps', async () => {
    const kept = (await local.list('snapshots/')).filter((key) => key.endsWith('snapshot.json'));
    const there = (await archive.list('snapshots/')).filter((key) => key.endsWith('snapshot.json'));
    expect(kept.filter((key) => !there.includes(key))).toEqual([]);
  });

  it('leaves an archive that holds together, with every session in its index', async () => {
    const { problems } = await checkArchive(archive);
    expect(problems).toEqual([]);
    const index = JSON.parse(Buffer.from((await archive.get('index/2025.json'))!).toString());
    const published = started.plan.chunks.flat().filter((one) => !refused.includes(one));
    expect(index.sessions.map((entry: { session: string }) => entry.session)).toEqual(published.toReversed());
  });

  it('fails with the two sessions that the gate refused, and no other', async () => {
    const failing = conclude(started, invocation);
    await expect(failing).rejects.toMatchObject({ name: 'RunFailed' });
    const { message } = (await failing.catch((error: Error) => error)) as Error;
    expect(message.match(/\d{4}-\d{2}-\d{2} not published/g)).toEqual(
      refused.map((one) => `${one} not published`),
    );
    expect(message).toContain(`IWM has no bar of ${hole}`);
  });

  it('started again, publishes nothing new', async () => {
    const before = await archive.list('reports/');
    // Days before and after the hole, and those that the gate refused.
    await all(await drafted('fill-2', { from: '2025-12-17', to: '2025-12-22' }));
    expect(await archive.list('reports/')).toEqual(before);
  });

  it('names a session that is not published though its failure could not be kept', async () => {
    const plan = { session: '2025-12-12', chunks: [['2025-12-12', '2025-12-15']] };
    await expect(conclude({ plan, execution: 'fill-3' }, invocation)).rejects.toMatchObject({
      message: '2025-12-12 not published: see its execution',
    });
    await expect(
      conclude({ plan: { ...plan, chunks: [['2025-12-15']] }, execution: 'fill-3' }, invocation),
    ).resolves.toMatchObject({ status: 'published', sessions: 1 });
  });

  const of = '2025-12-16';
  const around = { from: of, to: '2025-12-17' };
  /** A session whose drafted revision 2 was taken by another run that died: it becomes revision 3. */
  async function publishPastDeadRun(): Promise<string> {
    const json = await archive.get(`reports/${of}/r1/${files.report}`);
    const changed = await smallData(join(root.path, 'changed'), {
      change: {
        symbol: 'TNA',
        rows: (rows) =>
          rows.map((row) => (/^2025-12-1[67]/.test(row) ? row.replace(/,[^,]*$/, ',777') : row)),
      },
    });
    data = changed;
    const { execution } = await drafted('fill-4', around);
    await archive.putNew(`reports/${of}/r2/${files.report}`, json!);
    const dead = server.objects.get(`reports/${of}/r2/${files.report}`)!;
    server.objects.set(`reports/${of}/r2/${files.report}`, {
      ...dead,
      modified: new Date(Date.now() - 3_600_000),
    });
    await session(of, execution);
    return execution;
  }

  it('publishes the next revision where another run took the one that was drafted', async () => {
    const execution = await publishPastDeadRun();
    expect(await archive.list(`receipts/backfill/${execution}/`)).toEqual([]);
    expect(await archive.get(`reports/${of}/r3/${files.manifest}`)).not.toBeNull();
  });

  it('names the next session, whose predecessor is not published, and corrects it on a restart', async () => {
    await publishPastDeadRun();
    const [taken, after] = [of, '2025-12-17'];
    const previousOf = async (revision: number) =>
      (await readManifest(archive, after, revision))?.previous ?? null;
    await session(after, 'fill-4');
    expect(await previousOf(2)).toMatchObject({ session: taken, revision: 2 });
    const both = { session: after, chunks: [[taken, after]] };
    await expect(conclude({ plan: both, execution: 'fill-4' }, invocation)).rejects.toMatchObject({
      name: 'RunFailed',
      message: `${after} published, but compared with r2 of ${taken}, which is not: start the backfill again`,
    });
    await all(await drafted('fill-6', around));
    expect(await previousOf(3)).toMatchObject({ session: taken, revision: 3 });
    expect(await conclude({ plan: both, execution: 'fill-6' }, invocation)).toMatchObject({ sessions: 2 });
    await all(await drafted('fill-7', around));
    expect(await readManifest(archive, after, 4)).toBeNull();
  });
});

describe('the chunks of a backfill', () => {
  it('of twenty years fit into the state of an execution', () => {
    const dates = new Array<string>(5040).fill('2025-12-31');
    expect(JSON.stringify(chunksOf(dates)).length).toBeLessThan(100_000);
  });

  it('fail with forty by name and the number of the rest, which an error has room for', async () => {
    const dates = Array.from(
      { length: 250 },
      (_, i) => `2019-${String((i % 12) + 1).padStart(2, '0')}-${String((i % 28) + 1).padStart(2, '0')}`,
    );
    const plan = { session: '2019-12-31', chunks: chunksOf([...new Set(dates)]) };
    const error = (await conclude({ plan, execution: 'fill-5' }, invocation).catch(
      (thrown: Error) => thrown,
    )) as Error;
    expect(error.message.length).toBeLessThan(32_000);
    expect(error.message).toMatch(/and 44 more, all under s3:\/\/archive\/receipts\/backfill\/fill-5\//);
  });
});
