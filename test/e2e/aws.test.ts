import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { simulatedSource } from '../../lambda/sources/simulated/source.ts';
import { ProviderServer } from '../support/provider/server.ts';
import { worldFrom } from '../support/provider/world.ts';
import { temporaryFolder } from '../support/temporary.ts';
import { BucketView } from './support/bucket.ts';
import { Cdk } from './support/cdk.ts';
import { type Emulator, startEmulator } from './support/emulator.ts';
import { commandLine } from './support/local.ts';
import { States } from './support/states.ts';

const session = '2025-12-31';
const evening = '2025-12-31T22:50:00Z';
const final = '2026-01-01T01:20:00Z';
const contact = 'End-to-end test test@example.org';

let emulator: Emulator;
let provider: ProviderServer;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let cdk: Cdk;
let states: States;
let archive: BucketView;
let machines: { run: string; backfill: string };

/** The names of one revision's files in the bucket. */
const filesOf = (of: string, revision: number) =>
  ['briefing.html', 'briefing.pdf', 'manifest.json', 'report.json'].map(
    (name) => `reports/${of}/r${revision}/${name}`,
  );

/** Makes the newest revisions again on this machine from what the bucket holds; throws unless every byte agrees. */
async function replayHere(...sessions: readonly string[]): Promise<void> {
  const copy = `${folder.path}/copy`;
  await archive.copyTo(copy);
  await commandLine(['archive', 'check', '--out', copy]);
  for (const one of sessions) await commandLine(['replay', '--session', one, '--out', copy]);
}

/** The figures of a revision in the bucket, and those of a run on this machine that asks the same providers. */
async function figuresOf(revision: number, now: string): Promise<readonly [unknown, unknown]> {
  const here = `${folder.path}/here`;
  await commandLine(['--session', session, '--now', now, '--out', here], {
    ...provider.addresses,
    contact,
  });
  const key = `reports/${session}/r${revision}/report.json`;
  const read = (bytes: Uint8Array): unknown => JSON.parse(Buffer.from(bytes).toString()).figures;
  return [read(await archive.read(key)), read(await readFile(`${here}/${key}`))];
}

const statusOf = (output: string | undefined): unknown => JSON.parse(output ?? '{}').publish?.status;

beforeAll(async () => {
  folder = await temporaryFolder();
  const world = await worldFrom(simulatedSource(), session, evening);
  [emulator, provider] = await Promise.all([startEmulator(), new ProviderServer(world).start()]);
  cdk = new Cdk(emulator, folder.path);
  await cdk.bootstrap();
  const addresses = Object.entries(provider.addresses).map(([name, origin]) => [
    `briefing.addresses.${name}`,
    origin,
  ]);
  const outputs = await cdk.deploy({
    'briefing.schedule.enabled': 'false',
    'briefing.contact': contact,
    ...Object.fromEntries(addresses),
  });
  states = new States(emulator);
  archive = new BucketView(emulator, outputs.ArchiveBucket ?? '');
  machines = { run: outputs.StateMachine ?? '', backfill: outputs.BackfillMachine ?? '' };
}, 600_000);

afterAll(async () => {
  await emulator?.stop();
  await provider?.stop();
  await folder?.dispose();
});

/** Time zones, scheduled times, lifecycle, public access and permissions are beyond the emulator: test/infra has them. */
describe('the deployed stack, in an emulator without time zones, lifecycle and permissions', () => {
  it('publishes a briefing that this machine makes byte for byte from the same inputs', async () => {
    const execution = await states.run(machines.run, { session, now: evening });
    expect(execution, execution.cause).toMatchObject({ status: 'SUCCEEDED' });
    expect(statusOf(execution.output)).toBe('published');
    expect(await archive.keys('reports/')).toEqual(filesOf(session, 1));
    const latest = JSON.parse(Buffer.from(await archive.read('latest.json')).toString());
    expect(latest).toMatchObject({ session, revision: 1 });
    await replayHere(session);
  }, 240_000);

  it('has the figures of a run on this machine that asks the same providers', async () => {
    const [there, here] = await figuresOf(1, evening);
    expect(there).toEqual(here);
  }, 120_000);

  it('says in every object who wrote it', async () => {
    const metadata = await archive.metadata(`reports/${session}/r1/manifest.json`);
    expect(metadata).toMatchObject({
      execution: expect.any(String),
      request: expect.any(String),
      code: expect.any(String),
    });
  });

  it('publishes nothing new from the same inputs', async () => {
    const before = await archive.hashes('reports/');
    const execution = await states.run(machines.run, { session, now: evening });
    expect(statusOf(execution.output)).toBe('already published');
    expect(await archive.hashes('reports/')).toEqual(before);
  }, 240_000);

  it('publishes r2 beside r1 when an input changed', async () => {
    const first = await archive.hashes(`reports/${session}/r1/`);
    provider.world.now = final;
    const close = provider.world.market.get('HYG')?.close;
    if (close == null) throw new Error('the world has no HYG');
    close[close.length - 1] = (close.at(-1) ?? 0) * 1.01;
    const execution = await states.run(machines.run, { session, now: final });
    expect(execution, execution.cause).toMatchObject({ status: 'SUCCEEDED' });
    expect(await archive.hashes(`reports/${session}/r1/`)).toEqual(first);
    expect(await archive.keys(`reports/${session}/`)).toEqual([
      ...filesOf(session, 1),
      ...filesOf(session, 2),
    ]);
    await replayHere(session);
    const [there, here] = await figuresOf(2, final);
    expect(there).toEqual(here);
  }, 240_000);

  it('ends a holiday in order, without a briefing', async () => {
    const execution = await states.run(machines.run, {
      run: 'evening',
      scheduledTime: '2025-12-25T22:45:00Z',
    });
    expect(execution, execution.cause).toMatchObject({ status: 'SUCCEEDED' });
    expect(await archive.keys('reports/2025-12-25/')).toEqual([]);
  }, 60_000);

  const steps = ['Plan', 'Collect', 'Analyse', 'Render', 'Publish', 'Deliver'];
  const others = ['2025-12-22', '2025-12-23', '2025-12-24', '2025-12-26', '2025-12-29', '2025-12-30'];
  it.each(steps.map((step, i) => [step, others[i] ?? '']))(
    'killed after %s and started again, makes one whole briefing',
    async (step, killed) => {
      const input = { session: killed, now: final };
      await states.killAfter(await states.start(machines.run, input), step);
      const second = await states.run(machines.run, input);
      expect(second, second.cause).toMatchObject({ status: 'SUCCEEDED' });
      expect(await archive.keys(`reports/${killed}/`)).toEqual(filesOf(killed, 1));
    },
    240_000,
  );

  it('backfills ten sessions, each in its place', async () => {
    const execution = await states.run(machines.backfill, { from: '2025-12-08', to: '2025-12-19' });
    expect(execution, execution.cause).toMatchObject({ status: 'SUCCEEDED' });
    const manifests = (await archive.keys('reports/2025-12-')).filter(
      (key) => key.endsWith('/r1/manifest.json') && key < 'reports/2025-12-20',
    );
    expect(manifests).toHaveLength(10);
  }, 600_000);

  it('holds what its manifests say, and makes every one of them again', async () => {
    await replayHere('2025-12-08', '2025-12-19', ...others);
  }, 240_000);

  it('goes when it is destroyed, and leaves the archive', async () => {
    await cdk.destroy();
    await expect(states.start(machines.run, { session })).rejects.toThrow('StateMachineDoesNotExist');
    expect(await archive.keys(`reports/${session}/r1/`)).toHaveLength(4);
  }, 240_000);
});
