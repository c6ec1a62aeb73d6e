import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sha256Of } from '../../lambda/archive/bytes.ts';
import { FolderArchive } from '../../lambda/archive/folder.ts';
import { sessionsBetween } from '../../lambda/calendar/nyse.ts';
import { tna } from '../../lambda/editions/tna.ts';
import { renderHtmlHere } from '../../lambda/rendering/render-html.ts';
import { backfill } from '../../lambda/runs/backfill.ts';
import { checkArchive } from '../../lambda/runs/check.ts';
import { unwatched } from '../../lambda/runs/watch.ts';
import type { Bars } from '../../lambda/series/bars.ts';
import { restoreSnapshot } from '../../lambda/steps/restore.ts';
import { without } from '../support/holes.ts';
import { Briefings, filesOf } from './support/briefings.ts';
import { type Deployment, deployed } from './support/deployment.ts';
import { Remaker } from './support/local.ts';
import type { Execution } from './support/states.ts';

const year = { from: '2024-12-02', to: '2025-12-01' };
const now = '2025-12-02T12:00:00Z';
const sessions = sessionsBetween(year.from, year.to);
/** Two sessions fail for one bar that is missing: its own, and the next, whose change it would be the base of. */
const hole = '2025-10-14';
const failing = [hole, '2025-10-15'];
const others = sessions.filter((of) => !failing.includes(of));
/** Of the state of an execution, in bytes: beyond it Step Functions ends the execution, and no `Catch` handles it. */
const mostState = 256 * 1024;

let on: Deployment;
let briefings: Briefings;
let whole: Bars;
let execution: Execution;
let asked: number;

beforeAll(async () => {
  on = await deployed(year.to, now);
  briefings = new Briefings(on.bucket);
  const bars = on.provider.world.market.get('IWM');
  if (bars === undefined) throw new Error('the world has no IWM');
  whole = bars;
  on.provider.world.market.set(
    'IWM',
    without(bars, (session) => session === hole),
  );
  on.provider.mend();
  execution = await on.states.run(on.machines.backfill, { ...year, now });
  asked = on.provider.requests.length;
}, 1_800_000);
afterAll(async () => on?.stop());

describe('a backfill of 250 sessions, two of them refused, in an emulator without the 256 kB limit', () => {
  it('fails with those two by name', () => {
    expect(sessions).toHaveLength(250);
    expect(execution).toMatchObject({ status: 'FAILED' });
    const named = execution.cause?.match(/\d{4}-\d{2}-\d{2} not published/g);
    expect(named, execution.cause).toEqual(failing.map((of) => `${of} not published`));
    expect(execution.cause).toContain(`IWM has no bar of ${hole}`);
  });

  it('publishes every other, each in its place', async () => {
    const wanted = others.flatMap((of) => filesOf(of, 1));
    expect((await on.bucket.keys('reports/')).toSorted()).toEqual(wanted.toSorted());
    const index = await briefings.index();
    expect(index.map(({ session, revision }) => [session, revision])).toEqual(
      others.toReversed().map((of) => [of, 1]),
    );
    expect(await on.bucket.json('latest.json')).toEqual(index[0]);
  }, 240_000);

  it('asked the providers once for all', () => {
    expect(asked).toBeGreaterThan(30);
    expect(asked).toBeLessThan(200);
  });

  it('ran ten chunks side by side, of 25 sessions each', async () => {
    const runs = await on.states.mapRuns(execution.executionArn);
    expect(runs).toMatchObject([{ maxConcurrency: 10, itemCounts: { total: 10, succeeded: 10 } }]);
  });

  it('keeps its failures out of the state, which stays far under what it may hold', async () => {
    const largest = await on.states.largestState(execution.executionArn);
    expect(largest).toBeGreaterThan(1_000);
    expect(largest).toBeLessThan(mostState / 10);
    const kept = await on.bucket.keys('receipts/backfill/');
    expect(kept.map((key) => key.split('/').at(-1))).toEqual(failing.map((of) => `${of}.json`));
  });

  it('has the same bytes as a local run of each session on the same answers', async () => {
    const here = new FolderArchive(`${on.folder}/here`);
    await oneAfterAnother(here);
    const there = await on.bucket.hashes('reports/');
    const pages = (await here.list('reports/')).filter(
      (key) => /\/r\d+\//.test(key) && !key.endsWith('manifest.json'),
    );
    expect(pages).toHaveLength(4 * others.length);
    const differing: string[] = [];
    for (const key of pages)
      if (sha256Of((await here.get(key)) ?? new Uint8Array()) !== there[key]) differing.push(key);
    expect(differing).toEqual([]);
  }, 600_000);

  it('leaves an archive that holds together', async () => {
    expect(await checkArchive(on.bucket.archive)).toMatchObject({ problems: [], indexed: [] });
  }, 240_000);

  it('made briefings that are made again byte for byte, PDF and all, at the seams of its chunks', async () => {
    const remaker = new Remaker(on.bucket.archive);
    try {
      for (const of of [0, 24, 25, 124, 125, 249].map((at) => sessions[at] ?? ''))
        expect(await remaker.differences(of)).toEqual([]);
    } finally {
      await remaker.close();
    }
  }, 240_000);

  it('started again when the bar is there, makes the two and what says something new by them', async () => {
    on.provider.world.market.set('IWM', whole);
    on.provider.forget();
    const before = await on.bucket.hashes('reports/');
    const again = await on.states.run(on.machines.backfill, { from: '2025-10-10', to: '2025-10-17', now });
    expect(again, again.cause).toMatchObject({ status: 'SUCCEEDED' });
    for (const of of failing) expect(await on.bucket.keys(`reports/${of}/`)).toEqual(filesOf(of, 1));
    // Compared with the two now, the one after them says something new.
    expect(await on.bucket.keys('reports/2025-10-16/')).toEqual([
      ...filesOf('2025-10-16', 1),
      ...filesOf('2025-10-16', 2),
    ]);
    expect(await on.bucket.hashes('reports/')).toMatchObject(before);
    expect((await checkArchive(on.bucket.archive)).problems).toEqual([]);
  }, 240_000);
});

/** The same backfill by the step of the command line, without printing, from what the deployed one had collected. */
async function oneAfterAnother(archive: FolderArchive): Promise<void> {
  const kept = await on.bucket.keys(`snapshots/${year.to}/`);
  expect(kept).toHaveLength(1);
  const id = kept[0]?.split('/')[2] ?? '';
  const restored = await restoreSnapshot(on.bucket.archive, { edition: tna, session: year.to, id });
  const { payloads, collectedAt, simulated } = restored.collection;
  const source = { name: 'collected', simulated, collect: async () => payloads };
  const making = { edition: tna, sessions, paper: 'A4', allowIncomplete: false, code: 'here' } as const;
  const ports = { source, archive, renderHtml: renderHtmlHere, printer: null, watch: unwatched };
  await backfill({ ...making, now: collectedAt }, { ...ports, tell: () => undefined });
}
