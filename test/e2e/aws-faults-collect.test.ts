import '../support/aws/silence-powertools.ts';
import { gunzipSync } from 'node:zlib';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { CreateSecretCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { sha256Of } from '../../lambda/archive/bytes.ts';
import { S3Archive } from '../../lambda/archive/s3.ts';
import { tna } from '../../lambda/editions/tna.ts';
import { restoreSnapshot } from '../../lambda/steps/restore.ts';
import { BucketBehindProxy } from '../support/aws/bucket-fixture.ts';
import { type CallFault, canSuffer, FaultProxy, type NthCall, nameOf } from '../support/aws/fault-proxy.ts';
import { goodKeys } from '../support/provider/collect.ts';
import { providerStateFrom } from '../support/provider/provider-state.ts';
import { ProviderServer } from '../support/provider/server.ts';
import { simulated } from '../support/simulated.ts';
import { type Emulator, startEmulator } from './support/emulator.ts';

const session = '2025-12-31';
const now = '2025-12-31T22:50:00Z';

interface Gathered {
  readonly snapshot: string | null;
  readonly missing: readonly string[];
}

let emulator: Emulator;
let provider: ProviderServer;
let proxy: FaultProxy;
let client: S3Client;
let buckets = 0;
/** The run without a fault. */
let undisturbed: { readonly series: readonly string[]; readonly calls: readonly NthCall[] };

beforeAll(async () => {
  const world = await providerStateFrom(simulated, session, now, 300);
  [emulator, provider] = await Promise.all([startEmulator(), new ProviderServer(world).start()]);
  proxy = await new FaultProxy(emulator.endpoint).start();
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const options = { endpoint: emulator.endpoint, region: 'us-east-1', credentials };
  client = new S3Client({ ...options, forcePathStyle: true });
  const { fred: SecretString, tiingo: Value } = goodKeys;
  await new SecretsManagerClient(options).send(
    new CreateSecretCommand({ Name: 'briefing/fred', SecretString }),
  );
  await new SSMClient(options).send(
    new PutParameterCommand({ Name: '/briefing/tiingo', Value, Type: 'SecureString' }),
  );
  const secrets = { FRED_API_KEY: 'secretsmanager:briefing/fred', TIINGO_API_KEY: 'ssm:/briefing/tiingo' };
  const contact = 'Fault test test@example.org';
  Object.assign(process.env, emulator.environment, {
    AWS_ENDPOINT_URL: proxy.endpoint,
    BRIEFING_CONFIG: JSON.stringify({ secrets, contact }),
  });
  for (const [name, origin] of Object.entries(provider.addresses))
    process.env[`BRIEFING_URL_${name.toUpperCase()}`] = origin;
  // The pauses between tries are random parts of a second; here they are none.
  vi.spyOn(Math, 'random').mockReturnValue(0);
  await freshBucket();
  const series = await seriesOf(await collect());
  undisturbed = { series, calls: proxy.calls };
}, 120_000);
afterAll(async () => {
  await proxy?.stop();
  await provider?.stop();
  await emulator?.stop();
});

async function freshBucket(): Promise<void> {
  buckets += 1;
  process.env.BRIEFING_BUCKET = `archive-${buckets}`;
  await client.send(new CreateBucketCommand({ Bucket: bucket() }));
  proxy.fresh();
}

const bucket = () => process.env.BRIEFING_BUCKET ?? '';

/** The step in a new container, where it reads its secrets again. */
async function collect(): Promise<Gathered> {
  vi.resetModules();
  const { handler } = await import('../../lambda/aws/handlers/collect.ts');
  const event = { session, now, plan: { session } };
  return (await handler(event, { awsRequestId: 'collect' })) as Gathered;
}

/** The series of a kept snapshot with their sources, read back as `analyse` does it. */
async function seriesOf({ snapshot, missing }: Gathered): Promise<readonly string[]> {
  expect(missing).toEqual([]);
  const archive = new S3Archive({ client, bucket: bucket() });
  const { collection } = await restoreSnapshot(archive, { edition: tna, session, id: snapshot ?? '' });
  return collection.payloads.map(({ key, source }) => `${key} from ${source}`).sort();
}

const passing: readonly CallFault[] = ['throttled', 'conflict', 'reset', 'lost answer', 'cut short'];

/** What calls have in common, whatever hashes and names are in their keys. */
const kindOf = (call: NthCall): string =>
  nameOf(call)
    .replace(/[0-9a-f]{12,}/g, '#')
    .replace(/(raw|receipts)\/[^#]*#/, '$1/#')
    .replace(/(snapshots\/)[\d-]{10}\/$/, '$1')
    .replace(/-#\.json$/, '.json');

/** Of one kind: what the client repeats by itself, of all kinds together, without the state machine's help. */
const most = 12;

it.each(passing)('collects every series though a dozen calls of every kind meet once: %s', async (fault) => {
  await freshBucket();
  const met: NthCall[] = [];
  proxy.plan = (call) => {
    const before = met.filter((other) => kindOf(other) === kindOf(call));
    if (call.nth > 1 || before.length === most || !canSuffer(call, fault)) return null;
    met.push(call);
    return fault;
  };
  expect(await seriesOf(await collect())).toEqual(undisturbed.series);
  const could = undisturbed.calls.filter((call) => call.nth === 1 && canSuffer(call, fault));
  for (const [kind, calls] of Map.groupBy(could, kindOf))
    expect(met.filter((call) => kindOf(call) === kind).length, kind).toBe(Math.min(most, calls.length));
});

it('fails by name when a call of any kind fails permanently; the next run completes it', async () => {
  const kinds = Map.groupBy(undisturbed.calls, kindOf);
  expect(kinds.size).toBeGreaterThanOrEqual(10);
  for (const [kind, calls] of kinds) {
    await freshBucket();
    const halfway = Math.ceil(calls.length / 2);
    let made = 0;
    let down = false;
    proxy.plan = (call) => {
      if (kindOf(call) === kind) made += 1;
      down ||= made === halfway;
      return down ? 'unavailable' : null;
    };
    await expect(collect(), kind).rejects.toMatchObject({
      name: expect.stringMatching(/^(ArchiveUnavailable|SecretUnavailable)$/),
      message: expect.stringMatching(/cannot (read|write|list) |is out of reach for now/),
      cause: expect.any(Error),
    });
    await expectWhole(kind);
  }
  proxy.plan = () => null;
  expect(await seriesOf(await collect())).toEqual(undisturbed.series);
}, 240_000);

/** What was received is there as received, and no snapshot names what is not. */
async function expectWhole(kind: string): Promise<void> {
  const objects = await new BucketBehindProxy(client, bucket()).objects();
  for (const [key, bytes] of objects) {
    const raw = /^snapshots\/raw\/..\/(.*)\.gz$/.exec(key)?.[1];
    if (raw !== undefined) expect(sha256Of(gunzipSync(bytes)), `${kind}: ${key}`).toBe(raw);
    if (!/^receipts\/.*-[0-9a-f]{12}\.json$/.test(key)) continue;
    const { raw: named } = JSON.parse(Buffer.from(bytes).toString());
    expect(objects.has(`snapshots/raw/${named.slice(0, 2)}/${named}.gz`), `${kind}: ${key}`).toBe(true);
  }
  expect([...objects.keys()].filter((key) => key.endsWith('/snapshot.json'))).toEqual([]);
}
