import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { handler } from '../../../lambda/aws/handlers/collect.ts';
import { providerNames } from '../../../lambda/providers/index.ts';
import { faults } from '../../support/provider/faults.ts';
import { providerStateFrom } from '../../support/provider/provider-state.ts';
import { ProviderServer } from '../../support/provider/server.ts';
import { withoutPauses } from '../../support/provider/without-pauses.ts';
import { S3Server } from '../../support/s3-server.ts';
import { simulated } from '../../support/simulated.ts';

// Read when the handler is loaded: what it logs belongs to it, not to the output of the tests.
vi.hoisted(() => {
  process.env.POWERTOOLS_LOG_LEVEL = 'SILENT';
  process.env.POWERTOOLS_METRICS_DISABLED = 'true';
});

const now = '2025-12-31T22:50:00Z';
let [storage, provider] = [new S3Server(), undefined as ProviderServer | undefined];

beforeAll(async () => {
  storage = await storage.start();
  provider = await new ProviderServer(await providerStateFrom(simulated, '2025-12-31', now, 300)).start();
  const addresses = providerNames.map((name) => [`BRIEFING_URL_${name.toUpperCase()}`, provider?.origin]);
  Object.assign(process.env, Object.fromEntries(addresses), {
    BRIEFING_BUCKET: 'archive',
    AWS_ENDPOINT_URL: storage.origin,
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'id',
    AWS_SECRET_ACCESS_KEY: 'secret',
  });
});
afterAll(async () => {
  await storage.stop();
  await provider?.stop();
});

const invocation = { awsRequestId: 'request-1' };

it('answers {"probe": true} with what each source gave, and collects nothing', async () => {
  provider?.break('yahoo', faults.plain429);
  const answer = await withoutPauses(() => handler({ probe: true, now }, invocation));
  expect(answer).toMatchObject({
    session: '2025-12-31',
    exitCode: 0,
    nobody: null,
    sources: expect.arrayContaining([
      expect.objectContaining({ source: 'yahoo', status: 429, todo: expect.stringContaining('Tiingo') }),
      expect.objectContaining({ source: 'cboe-chart', outcome: 'answered', means: 'works here' }),
      expect.objectContaining({ source: 'sec', todo: expect.stringContaining('BRIEFING_CONTACT') }),
    ]),
  });
});

it('names what an event of a run lacks, as before', async () => {
  await expect(handler({ run: 'evening' }, invocation)).rejects.toMatchObject({
    name: 'EventError',
    message: expect.stringContaining('plan'),
  });
});
