import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { tna } from '../../../lambda/editions/tna.ts';
import type { Keys } from '../../../lambda/sources/http/keys.ts';
import { providerNames } from '../../../lambda/sources/providers.ts';
import { simulatedSource } from '../../../lambda/sources/simulated/source.ts';
import { collectFrom, goodKeys, hasty, removeTemporaryFolders } from '../../support/provider/collect.ts';
import { faults } from '../../support/provider/faults.ts';
import { hurriedClock, hurriedProviders } from '../../support/provider/hurry.ts';
import { ProviderServer } from '../../support/provider/server.ts';
import { secondsFor } from '../../support/provider/timetable.ts';
import { worldFrom } from '../../support/provider/world.ts';

const options = { session: '2025-12-30', now: '2025-12-31T01:30:00Z', edition: tna };

/** Time runs so many times as fast for the client as it does for the test. `npm run bench -- providers` takes its time. */
const times = 20;
const hurried = (patience: number) => ({
  ...options,
  clock: hurriedClock(options.now, times),
  providers: hurriedProviders(times),
  patience: patience / times,
});

let server: ProviderServer;

beforeAll(async () => {
  const world = await worldFrom(simulatedSource(), options.session, options.now, 300);
  server = await new ProviderServer(world).start();
});
afterEach(() => server.mend());
afterAll(async () => {
  await server.stop();
  removeTemporaryFolders();
});

describe('the time that a collection takes, by the limits of a real run', () => {
  it('ends within 90 seconds when everybody hangs, with every key: the most providers to wait for', async () => {
    for (const name of providerNames) server.break(name, faults.hangs);
    const started = performance.now();
    const run = collectFrom(server, { ...hurried(75_000), keys: goodKeys });
    await expect(run).rejects.toThrow(/^no provider gave anything: /);
    expect((performance.now() - started) * times).toBeLessThan(90_000);
    // All of them stand behind one address here, and none waits for another's connections.
    const [first] = server.requests;
    const atOnce = server.requests.filter(({ at }) => at - (first?.at ?? 0) < 6_000 / times);
    expect(atOnce.length).toBeGreaterThan(12);
  }, 30_000);

  it('ends when its time is over, whatever is still to come', async () => {
    for (const name of providerNames) server.break(name, faults.neverEnds);
    const started = performance.now();
    const run = collectFrom(server, hurried(6_000));
    await expect(run).rejects.toThrow(/the time for collecting was over/);
    expect((performance.now() - started) * times).toBeLessThan(30_000);
  });

  it.each([
    ['without a key', {}],
    ['with every key', goodKeys],
  ] as const)(
    'is under 15 seconds, less two for computing, when each answer takes one, %s',
    async (_, keys: Keys) => {
      // What a run asks for is counted; how long it waits is computed from the providers' own paces.
      await collectFrom(server, { ...options, keys, providers: hasty });
      for (const name of providerNames) {
        const asked = server.askedOf(name).length;
        expect(await secondsFor(name, asked, 1), `${name}, ${asked} requests`).toBeLessThan(13);
      }
    },
    30_000,
  );
});
