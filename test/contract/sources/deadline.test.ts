import { describe, expect, it } from 'vitest';
import { tna } from '../../../lambda/editions/tna.ts';
import { providerNames } from '../../../lambda/providers/index.ts';
import type { Keys } from '../../../lambda/providers/keys.ts';
import { collectFrom, goodKeys, quickProviders } from '../../support/provider/collect.ts';
import { fastClock, fastProviders } from '../../support/provider/fast-clock.ts';
import { faults } from '../../support/provider/faults.ts';
import { secondsFor } from '../../support/provider/rate-limit-simulation.ts';
import { serveProviders } from '../../support/provider/served.ts';
import type { ProviderServer } from '../../support/provider/server.ts';

const options = { session: '2025-12-30', now: '2025-12-31T01:30:00Z', edition: tna };

/** Time runs a given number of times as fast for the client as it does for the test. `npm run bench -- providers` takes its time. */
const times = 40;
const hurried = (patience: number) => ({
  ...options,
  clock: fastClock(options.now, times),
  providers: fastProviders(times),
  patience: patience / times,
});

let server: ProviderServer;
serveProviders(options, (started) => {
  server = started;
});

describe('a collection by the limits of a real run', () => {
  it('ends when every provider hangs, and none waits for the connections of another', async () => {
    for (const name of providerNames) server.break(name, faults.hangs);
    const run = collectFrom(server, { ...hurried(75_000), keys: goodKeys });
    await expect(run).rejects.toThrow(/^no provider gave anything: /);
    // All of them have one address here. How long it takes: `npm run bench -- providers`.
    expect(server.mostAtOnce).toBeGreaterThan(12);
  });

  it('ends when its time is over, whatever is still to come', async () => {
    for (const name of providerNames) server.break(name, faults.neverEnds);
    const run = collectFrom(server, hurried(6_000));
    await expect(run).rejects.toThrow(/the time for collecting was over/);
  });

  it.each([
    ['without a key', {}],
    ['with every key', goodKeys],
  ] as const)('needs less than 13 s of pauses and answers of a second each, %s', async (_, keys: Keys) => {
    // What a run asks for is counted; how long it waits is computed from the providers' own paces.
    await collectFrom(server, { ...options, keys, providers: quickProviders });
    for (const name of providerNames) {
      const asked = server.askedOf(name).length;
      expect(await secondsFor(name, asked, 1), `${name}, ${asked} requests`).toBeLessThan(13);
    }
  });
});
