import { afterAll, beforeAll, expect, it } from 'vitest';
import { S3Archive } from '../../../lambda/archive/s3.ts';
import { openLiveSource } from '../../../lambda/runtime/live.ts';
import { goodKeys, quickProviders, smallEdition } from '../../support/provider/collect.ts';
import { fastClock } from '../../support/provider/fast-clock.ts';
import { providerStateFrom } from '../../support/provider/provider-state.ts';
import { ProviderServer } from '../../support/provider/server.ts';
import { S3Server } from '../../support/s3-server.ts';
import { simulated } from '../../support/simulated.ts';

const session = '2025-12-31';
const now = '2025-12-31T22:50:00Z';

let provider: ProviderServer;
let server: S3Server;

beforeAll(async () => {
  provider = await new ProviderServer(await providerStateFrom(simulated, session, now, 300)).start();
  server = await new S3Server().start();
});
afterAll(async () => {
  await provider.stop();
  await server.stop();
});

/** A function in which a promise fails unheard is ended by its runtime at once, with no word of what it was about. */
it('collecting fails with the archive’s own error when nothing can be stored', async () => {
  const unheard: unknown[] = [];
  const hear = (error: unknown) => unheard.push(error);
  process.on('unhandledRejection', hear);
  server.plan = (verb, key) =>
    verb === 'PUT' && key.startsWith('receipts/') ? { status: 403, code: 'AccessDenied' } : null;
  const source = openLiveSource({
    archive: new S3Archive({ client: server.client(), bucket: 'archive' }),
    config: { keys: goodKeys, addresses: provider.addresses, contact: 'test test@example.org' },
    now,
    offline: false,
    limits: { providers: quickProviders, clock: fastClock(now, 10) },
  });
  try {
    const collecting = source.collect({ edition: smallEdition, session, through: session, now });
    await expect(collecting).rejects.toMatchObject({
      name: 'ArchiveError',
      message: expect.stringContaining('receipts/'),
    });
    // Whatever else was under way ends, too.
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(unheard).toEqual([]);
  } finally {
    process.off('unhandledRejection', hear);
  }
});
