import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { providerNames, providers } from '../../../lambda/sources/providers.ts';
import { simulatedSource } from '../../../lambda/sources/simulated/source.ts';
import { collectFrom, goodKeys, removeTemporaryFolders } from '../../support/provider/collect.ts';
import { faults } from '../../support/provider/faults.ts';
import { ProviderServer } from '../../support/provider/server.ts';
import { worldFrom } from '../../support/provider/world.ts';

const options = { session: '2025-12-30', now: '2025-12-31T01:30:00Z' };

let server: ProviderServer;

beforeAll(async () => {
  server = await new ProviderServer(
    await worldFrom(simulatedSource(), options.session, options.now, 300),
  ).start();
});
afterAll(async () => {
  await server.stop();
  removeTemporaryFolders();
});

describe('the time that a collection takes, by the limits of a real run', () => {
  it('ends within 90 seconds when everybody hangs, with every key', async () => {
    for (const name of providerNames) server.break(name, faults.hangs);
    const started = performance.now();
    const run = collectFrom(server, {
      ...options,
      keys: goodKeys,
      providers: { ...providers },
      patience: 75_000,
    });
    await expect(run).rejects.toThrow(/no series was received; the first, bars:IWM: not received: yahoo/);
    expect(performance.now() - started).toBeLessThan(90_000);
  }, 120_000);

  it('ends when its time is over, whatever is still to come', async () => {
    for (const name of providerNames) server.break(name, faults.neverEnds);
    const started = performance.now();
    const run = collectFrom(server, { ...options, providers: { ...providers }, patience: 1_500 });
    await expect(run).rejects.toThrow(/the time for collecting was over/);
    expect(performance.now() - started).toBeLessThan(6_000);
  });
});
