import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/temporary.ts';
import { listed } from './support/account.ts';
import { BucketView } from './support/bucket.ts';
import { Cdk } from './support/cdk.ts';
import { type Emulator, startEmulator } from './support/emulator.ts';
import { States } from './support/states.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let emulator: Emulator;
let cdk: Cdk;
/** What the account had before: the CDK's bootstrap, and what every account has. */
let before: readonly string[];

beforeAll(async () => {
  folder = await temporaryFolder();
  emulator = await startEmulator();
  cdk = new Cdk(emulator, folder.path);
  const settings = {
    'briefing.schedule.enabled': 'false',
    'briefing.sender': 'desk@example.org',
    'briefing.recipients': '["ann@example.org"]',
    'briefing.operators': '["bob@example.org"]',
  };
  await Promise.all([cdk.bootstrap(), cdk.synth(settings)]);
  before = await listed(emulator);
}, 300_000);
afterAll(async () => {
  await emulator?.stop();
  await folder?.dispose();
});

/** What the account has beyond what it had before. */
const left = async () => (await listed(emulator)).filter((one) => !before.includes(one));
const kindsOf = (names: readonly string[]) => new Set(names.map((name) => name.replace(/ [^ ]+$/, '')));

/** The emulator takes a name twice, which AWS does not: so what is left shows that no name is taken. */
describe('the stack, with mail and operators, in an emulator that refuses no name twice', () => {
  let first: BucketView;
  /** What the archive holds before the stack goes: also the row of a run in the ledger. */
  let held: readonly string[];

  it('leaves nothing when its first deployment fails after everything was made', async () => {
    const mend = cdk.spoil();
    await expect(cdk.deploy()).rejects.toThrow(/Waiting|ROLLBACK|timed out/);
    mend();
    expect(await left()).toEqual([]);
  }, 240_000);

  it('can be deployed after that', async () => {
    const { ArchiveBucket = '', StateMachine = '' } = await cdk.deploy();
    first = new BucketView(emulator, ArchiveBucket);
    await first.archive.putNew('latest.json', Buffer.from('{}'));
    const holiday = await new States(emulator).run(StateMachine, { session: '2025-12-25' });
    expect(holiday).toMatchObject({ status: 'FAILED', cause: expect.stringContaining('2025-12-25') });
    held = await first.keys('');
    expect(held).toContain('latest.json');
    expect(held.filter((key) => key.startsWith('runs/'))).toHaveLength(1);
    expect([...kindsOf(await left())].toSorted()).toEqual([
      'alarm',
      'bucket',
      'configuration set',
      'dashboard',
      'function',
      'log group',
      'queue',
      'role',
      'schedule',
      'schedule group',
      'state machine',
      'topic',
    ]);
  }, 240_000);

  it('leaves its archive when it is destroyed, and nothing else', async () => {
    await cdk.destroy();
    expect(await left()).toEqual([`bucket ${first.name}`]);
    expect(await first.keys('')).toEqual(held);
  }, 240_000);

  it('is deployed again with a new archive; the old one is retained', async () => {
    const { ArchiveBucket = '' } = await cdk.deploy();
    expect(ArchiveBucket).not.toBe(first.name);
    await cdk.destroy();
    expect(await left()).toEqual([`bucket ${first.name}`, `bucket ${ArchiveBucket}`].toSorted());
    expect(await first.keys('')).toEqual(held);
  }, 240_000);
});
