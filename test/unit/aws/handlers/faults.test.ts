import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { S3Archive } from '../../../../lambda/archive/s3.ts';
import { shellKinds } from '../../../../lambda/archive-layout.ts';
import { checkArchive } from '../../../../lambda/runs/check.ts';
import { smallData } from '../../../e2e-local/support/small-data.ts';
import type { ObjectStates, Objects, ServerBucket } from '../../../support/aws/bucket-fixture.ts';
import { type CallFault, canSuffer, type FaultProxy, nameOf } from '../../../support/aws/fault-proxy.ts';
import type { RecordedRun } from '../../../support/aws/recorded-run.ts';
import { analysedAndRendered, runPipeline, type State } from '../../../support/aws/run-pipeline.ts';
import { type S3Stage, s3Stage } from '../../../support/aws/s3-stage.ts';
import { withShortTimeouts } from '../../../support/aws/short-timeouts.ts';

const session = '2025-12-31';

let stage: S3Stage;
let proxy: FaultProxy;
let bucket: ServerBucket;
let archive: S3Archive;
let recorded: RecordedRun;
let collected: Objects;
let published: ObjectStates;
/** Another run of the same evening that saw another close, and one of another session: collected, and staged too. */
let corrected: Other;
let earlier: Other;
/** Three runs have staged what they publish: ours, `corrected` and `earlier`. */
let staged: Objects;

interface Other {
  readonly collected: State;
  readonly staged: State;
}

/** The same days, the last of them with another close. */
function closedAtItsHigh(rows: readonly string[]): string[] {
  const [date, open, high, low, , , volume] = rows.at(-1)?.split(',') ?? [];
  return [...rows.slice(0, -1), [date, open, high, low, high, high, volume].join(',')];
}

beforeAll(async () => {
  stage = await s3Stage();
  ({ proxy, bucket, archive, recorded } = stage);
  const data = await smallData(join(stage.folder, 'data'));
  const change = { symbol: 'TNA', rows: closedAtItsHigh };
  const otherClose = await recorded.collected(await smallData(join(stage.folder, 'corrected'), { change }));
  const otherSession = await recorded.collected(data, '2025-12-29');
  await recorded.play(data);
  collected = recorded.step('analyse').before;
  published = recorded.step('publish').after;
  await bucket.restore(recorded.step('publish').before);
  corrected = await stagedToo(otherClose);
  earlier = await stagedToo(otherSession);
  staged = await bucket.objects();
});
afterAll(() => stage?.stop());

const stagedToo = async (of: State): Promise<Other> => ({
  collected: of,
  staged: await analysedAndRendered(of, recorded.render),
});

beforeEach(async () => {
  // The pauses between tries are random parts of a second; here they are none.
  vi.spyOn(Math, 'random').mockReturnValue(0);
  await bucket.restore(collected);
});
afterEach(() => vi.restoreAllMocks());

const storms: readonly CallFault[] = [
  'throttled',
  'internal error',
  'conflict',
  'request time-out',
  'reset',
  'lost answer',
  'internal error afterwards',
  'cut short',
  'stalled',
];

const isShell = new RegExp(`(${shellKinds.join('|')})\\.html$`);
/**
 * Of the sixteen files of history one is tested for all, and of the shells: a client gives up on a store that fails every
 * call for long.
 */
const alike = (name: string): string => name.replace(/[0-9a-f]\.js$/, '').replace(isShell, 'shell');
/**
 * Stalls, each of them waited for, are one a folder. So are writes whose answer is lost: repeated, they are refused, and
 * the client, which counts no success, stops repeating after a hundred of them, whichever test they were in.
 */
const sparing: readonly CallFault[] = ['stalled', 'lost answer', 'internal error afterwards'];
const inFolder = (name: string): string => name.replace(/\/.*/, '');

/** One by one, and against an emulator with mail: test/e2e/aws-faults.test.ts. */
describe('a run', () => {
  it.each(storms)(
    'whose every call to the archive meets once: %s, makes the very same briefing',
    async (fault) => {
      const met = new Set<string>();
      proxy.fresh((call) => {
        const name = sparing.includes(fault) ? inFolder(nameOf(call)) : alike(nameOf(call));
        if (call.nth > 1 || met.has(name) || !canSuffer(call, fault)) return null;
        met.add(name);
        return fault;
      });
      await withShortTimeouts(fault === 'stalled' ? 20 : 1, () => recorded.again());
      expect(met.size).toBeGreaterThanOrEqual(fault === 'conflict' || fault === 'lost answer' ? 7 : 12);
      expect(await bucket.states()).toEqual(published);
    },
  );
});

it('a function that has been through an outage bears a fault as a new one does', async () => {
  const { handler, state, before, answer } = recorded.step('plan');
  await bucket.restore(before);
  proxy.fresh(() => 'unavailable');
  // The client stops repeating after a dozen lost causes, and starts again only after as many hundred successes.
  for (let turn = 0; turn < 15; turn += 1)
    await expect(handler(state, { awsRequestId: 'down' })).rejects.toMatchObject({
      name: 'ArchiveUnavailable',
    });
  proxy.fresh(({ nth }) => (nth === 1 ? 'unavailable' : null));
  expect(await handler(state, { awsRequestId: 'up' })).toEqual(answer);
});

const ofRevision = /^PutObject reports\/2025-12-31\/r1\//;

/**
 * The writes of publish, one of a kind: a revision's claim, one page (they are written at once), its manifest, its call, and
 * of the catalogue's documents the first and what readers ask for. The others are merged by the same rule, and
 * test/property/site.test.ts has a run overtaken before each of them.
 */
const kinds = [
  'PutObject reports/2025-12-31/r1/report.json',
  'PutObject reports/2025-12-31/r1/briefing.html',
  'PutObject reports/2025-12-31/r1/manifest.json',
  'PutObject calls/0001.json',
  'PutObject index/2025.json',
  'PutObject latest.json',
];

/**
 * Another run, begun when ours makes a certain call of publish; ours goes on when it has ended, or after a moment. What the
 * other analyses depends on what is published: before our manifest is there, it is what it has staged.
 */
async function meetAt(write: string, other: Other): Promise<readonly PromiseSettledResult<State>[]> {
  let theirs: Promise<State> | undefined;
  await bucket.restore(staged);
  proxy.fresh((call) => {
    if (theirs !== undefined || nameOf(call) !== write) return null;
    theirs = ofRevision.test(write)
      ? runPipeline(other.staged, recorded.render, true)
      : runPipeline(other.collected, recorded.render);
    const passed = theirs.catch(() => undefined);
    return { first: async () => void (await Promise.race([passed, sleep(250)])) };
  });
  const ours = runPipeline(recorded.step('publish').state, recorded.render, true);
  const [first] = await Promise.allSettled([ours]);
  if (theirs === undefined) throw new Error(`${write} was not asked`);
  return [first, ...(await Promise.allSettled([theirs]))];
}

const revisions = (told: ObjectStates) =>
  Object.keys(told).filter((key) => /^reports\/2025-12-31\/r\d+\/manifest/.test(key));
/** What is wrong with the archive. One that is the same to the byte as one before is not checked again. */
async function problems(): Promise<readonly unknown[]> {
  const state = JSON.stringify(await bucket.states());
  const found = checked.get(state) ?? (await checkArchive(archive)).problems;
  checked.set(state, found);
  return found;
}
const checked = new Map<string, readonly unknown[]>();
const documentAt = async (key: string) => JSON.parse(Buffer.from((await archive.get(key))!).toString());
/** Without what only others staged. */
const withoutWork = (told: ObjectStates) =>
  Object.fromEntries(Object.entries(told).filter(([key]) => !key.startsWith('work/')));

describe('two runs that meet at any write of publish', () => {
  it('of the same inputs publish one briefing, the very same', async () => {
    const same = { collected: recorded.start, staged: recorded.step('publish').state };
    for (const write of kinds) {
      const [ours, theirs] = await meetAt(write, same);
      expect([ours?.status, theirs?.status], write).toEqual(['fulfilled', 'fulfilled']);
      expect(withoutWork(await bucket.states()), write).toEqual(withoutWork(published));
    }
  });

  it('of different inputs publish both, each whole, and the last is the latest', async () => {
    for (const write of kinds) {
      const [ours, theirs] = await meetAt(write, corrected);
      expect([ours?.status, theirs?.status], write).toEqual(['fulfilled', 'fulfilled']);
      expect(await problems(), write).toEqual([]);
      expect(revisions(await bucket.states()), write).toHaveLength(2);
      expect(await documentAt('latest.json'), write).toMatchObject({ session, revision: 2 });
    }
  });

  it('of two sessions are both in the index, and the newer is the latest', async () => {
    for (const write of kinds.filter((one) => !ofRevision.test(one))) {
      const [ours, theirs] = await meetAt(write, earlier);
      expect([ours?.status, theirs?.status], write).toEqual(['fulfilled', 'fulfilled']);
      const { sessions } = await documentAt('index/2025.json');
      expect(
        sessions.map((entry: { session: string }) => entry.session),
        write,
      ).toEqual(['2025-12-31', '2025-12-30', '2025-12-29']);
      expect(await documentAt('latest.json'), write).toMatchObject({ session, revision: 1 });
    }
  });
});
