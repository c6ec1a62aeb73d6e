import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../lambda/calendar/civil.ts';
import { checkArchive } from '../../lambda/runs/check.ts';
import { Briefings, filesOf } from './support/briefings.ts';
import { contact, type Deployment, deployed } from './support/deployment.ts';
import { Functions } from './support/functions.ts';
import { HoldingProxy } from './support/holding-proxy.ts';
import { commandLine, Remaker } from './support/local.ts';
import type { Execution } from './support/states.ts';

const session = '2025-12-31';
const evening = '2025-12-31T22:50:00Z';
const final = '2026-01-01T01:20:00Z';

let on: Deployment;
let briefings: Briefings;
let remaker: Remaker;

beforeAll(async () => {
  on = await deployed(session, evening);
  briefings = new Briefings(on.bucket);
  remaker = new Remaker(on.bucket.archive);
}, 600_000);

afterAll(async () => {
  await remaker?.close();
  await on?.stop();
});

/** A run by hand, to its end. */
const run = (of: string, now: string): Promise<Execution> =>
  on.states.run(on.machines.run, { session: of, now });

/** What became of the briefing, of a run that succeeded. */
function publishedBy(execution: Execution): unknown {
  expect(execution, execution.cause).toMatchObject({ status: 'SUCCEEDED' });
  const { publish } = JSON.parse(execution.output ?? '{}');
  if (publish !== undefined) delete publish.seconds;
  return publish;
}

/** The command line on this machine, asking the same providers. */
async function runHere(now: string): Promise<void> {
  const words = ['--session', session, '--now', now, '--out', `${on.folder}/here`];
  await commandLine(words, { ...on.provider.addresses, contact });
}

/** The figures of a revision there, and of the one that this machine made. */
async function figuresOf(revision: number): Promise<readonly [there: unknown, here: unknown]> {
  const key = `reports/${session}/r${revision}/report.json`;
  const here = JSON.parse(await readFile(`${on.folder}/here/${key}`, 'utf8'));
  const there = (await on.bucket.json(key)) as { figures: unknown };
  return [there.figures, here.figures];
}

/**
 * The emulator keeps time zones, lifecycle rules and permissions without acting by them, and puts no scheduled time into
 * what a schedule starts: test/infra proves those, and the bucket's closed doors, on the template.
 */
/** Grades of the calls of an archive: that of the other machine has published other sessions. */
const withoutCalls = (figures: unknown) =>
  Object.fromEntries(Object.entries(figures as object).filter(([id]) => !id.startsWith('calls.')));

describe('the deployed stack, in an emulator without time zones, schedules and permissions', () => {
  it('publishes a briefing that this machine makes byte for byte from the same inputs', async () => {
    const [execution] = await Promise.all([run(session, evening), runHere(evening)]);
    expect(publishedBy(execution)).toEqual({ status: 'published', revision: 1 });
    await briefings.expectOneOf(session);
    const copy = `${on.folder}/copy`;
    await on.bucket.copyTo(copy);
    await commandLine(['archive', 'check', '--out', copy]);
    await commandLine(['replay', '--session', session, '--out', copy]);
  }, 240_000);

  it('has the figures of a run on this machine that asks the same providers', async () => {
    const [there, here] = await figuresOf(1);
    expect(there).toEqual(here);
  });

  it('says in every object who wrote it', async () => {
    const keys = await on.bucket.keys('');
    const written = await Promise.all(keys.map((key) => on.bucket.metadata(key)));
    const signed = { execution: expect.any(String), request: expect.any(String), code: expect.any(String) };
    written.forEach((metadata, i) => {
      expect(metadata, keys[i]).toMatchObject(signed);
    });
  });

  it('publishes nothing new from the same inputs, and sends no second message', async () => {
    const before = await on.bucket.hashes('reports/');
    expect(publishedBy(await run(session, evening))).toEqual({ status: 'already published', revision: 1 });
    expect(await on.bucket.hashes('reports/')).toEqual(before);
    expect(await on.bucket.keys(`receipts/delivery/${session}/`)).toHaveLength(1);
  }, 120_000);

  it.each([
    ['no provider says anything new', '2025-12-03', { status: 'already published', revision: 1 }],
    ['the funds’ lists of the day come after the first', '2025-12-04', { status: 'published', revision: 2 }],
  ] as const)(
    'notifies the topic once a revision over three scheduled runs in which %s',
    async (_, of, later) => {
      const [first, second, third] = [`${of}T22:45`, `${addDays(of, 1)}T01:15`, `${addDays(of, 1)}T13:30`];
      const runs = [
        ['evening', first, { status: 'published', revision: 1 }],
        ['final', second, later],
        ['morning', third, undefined],
      ] as const;
      let revisions = 0;
      for (const [kind, time, published] of runs) {
        const now = `${time}:30Z`;
        if (kind === 'evening' || later.revision > 1) on.provider.world.now = now;
        on.provider.forget();
        on.provider.mend();
        const event = { run: kind, scheduledTime: `${time}:00Z`, now };
        expect(publishedBy(await on.states.run(on.machines.run, event)), kind).toEqual(published);
        revisions = published?.revision ?? revisions;
        expect(await on.bucket.keys(`receipts/delivery/${of}/`), kind).toHaveLength(revisions);
        expect(on.provider.requests.length > 0, kind).toBe(published !== undefined);
      }
      on.provider.world.now = evening;
      on.provider.forget();
    },
    240_000,
  );

  it('publishes r2 beside r1 when an input changed', async () => {
    const first = await on.bucket.hashes(`reports/${session}/r1/`);
    on.provider.world.now = final;
    const close = on.provider.world.market.get('HYG')?.close;
    if (close == null) throw new Error('the world has no HYG');
    close[close.length - 1] = (close.at(-1) ?? 0) * 1.01;
    on.provider.forget();
    const [execution] = await Promise.all([run(session, final), runHere(final)]);
    expect(publishedBy(execution)).toEqual({ status: 'published', revision: 2 });
    expect(await on.bucket.hashes(`reports/${session}/r1/`)).toEqual(first);
    expect(await on.bucket.keys(`reports/${session}/`)).toEqual([
      ...filesOf(session, 1),
      ...filesOf(session, 2),
    ]);
    expect(await on.bucket.json('latest.json')).toMatchObject({ session, revision: 2 });
    expect(await remaker.differences(session)).toEqual([]);
    const [there, here] = await figuresOf(2);
    expect(withoutCalls(there)).toEqual(withoutCalls(here));
  }, 240_000);

  it('ends a holiday in order, without a briefing', async () => {
    const holiday = { run: 'evening', scheduledTime: '2025-12-25T22:45:00Z' };
    const execution = await on.states.run(on.machines.run, holiday);
    expect(publishedBy(execution)).toBeUndefined();
    await briefings.expectNothingOf('2025-12-25');
    // The ledger of runs has it, beside the runs before, with the execution's own start.
    const name = execution.executionArn.split(':').at(-1);
    const path = (await on.bucket.keys('runs/')).find((key) => key.endsWith(`/${name}.json`)) ?? '';
    const { outcome, started, ended, scheduled, why } = (await on.bucket.json(path)) as Record<
      string,
      string
    >;
    expect({ outcome, scheduled, why }).toEqual({
      outcome: 'no session',
      scheduled: '2025-12-25T22:45:00.000Z',
      why: expect.stringContaining('Christmas'),
    });
    expect(Date.parse(ended!) - Date.parse(started!)).toBeGreaterThan(0);
  }, 60_000);

  it('fails a run that cannot be, and says why, in an emulator that knows no error by its name', async () => {
    const execution = await run('2025-12-25', final);
    expect(execution).toMatchObject({ status: 'FAILED', cause: expect.stringContaining('2025-12-25') });
    await briefings.expectNothingOf('2025-12-25');
  }, 60_000);
});

const stopped = [
  ['Plan', 'Collect', '2025-12-22'],
  ['Collect', 'Analyse', '2025-12-23'],
  ['Analyse', 'Render', '2025-12-24'],
  ['Render', 'Publish', '2025-12-26'],
  ['Publish', 'Deliver', '2025-12-29'],
  ['Deliver', 'Settle', '2025-12-30'],
] as const;

/** One after the other: a briefing is compared with that of the session before, which must not come in between. */
describe('the deployed stack', () => {
  it.each(stopped)(
    'killed between %s and %s and started again, makes the one right briefing',
    async (last, next, of) => {
      const killed = await on.states.runUntilAfter(on.machines.run, last, { session: of, now: final });
      expect(killed.status).toBe('ABORTED');
      if (next === 'Deliver' || next === 'Settle') await briefings.expectOneOf(of);
      else await briefings.expectNothingOf(of);
      expect(publishedBy(await run(of, final))).toMatchObject({ revision: 1 });
      await briefings.expectOneOf(of);
      expect(await on.bucket.keys(`snapshots/${of}/`)).toHaveLength(1);
      expect(await on.bucket.keys(`receipts/delivery/${of}/`)).toHaveLength(1);
    },
    300_000,
  );
});

/** The emulator's functions are processes of this machine; Linux lets us find them. */
describe.runIf(process.platform === 'linux')('a step of the deployed stack', () => {
  it('leaves no partial revision when each attempt is killed; a later run publishes', async () => {
    const of = '2025-12-05';
    const publish = await on.states.functionOf(on.machines.run, 'Publish');
    const functions = new Functions(on.emulator);
    const proxy = await new HoldingProxy(on.emulator.endpoint).start();
    try {
      await functions.configure(publish, { AWS_ENDPOINT_URL_S3: proxy.endpoint });
      const failing = run(of, final);
      for (const file of ['briefing.pdf', 'manifest.json', 'index/2025.json']) {
        await proxy.hold(file);
        if (file !== 'index/2025.json') await briefings.expectNothingOf(of);
        functions.kill(publish);
      }
      expect(await failing).toMatchObject({ status: 'FAILED' });
      expect((await briefings.index()).filter((entry) => entry.session === of)).toEqual([]);
      expect(publishedBy(await run(of, final))).toMatchObject({ revision: 1 });
      await briefings.expectOneOf(of);
      expect(await remaker.differences(of)).toEqual([]);
    } finally {
      await functions.configure(publish, { AWS_ENDPOINT_URL_S3: on.emulator.endpoint });
      await proxy.stop();
    }
  }, 240_000);
});

describe('the archive of all that', () => {
  it('holds what its manifests say', async () => {
    expect(await checkArchive(on.bucket.archive)).toMatchObject({ problems: [], indexed: [] });
  }, 120_000);

  it.each(stopped.map(([, , of]) => of))(
    'makes the briefing of %s again, byte for byte',
    async (of) => {
      expect(await remaker.differences(of)).toEqual([]);
    },
    60_000,
  );
});
