import { type ProviderName, providers } from '../../../lambda/providers/index.ts';
import type { Provider } from '../../../lambda/providers/provider.ts';
import { type ClientClock, systemClock } from '../../../lambda/sources/http/clock.ts';

/** A machine's clock that runs a given number of times as fast: what is waited for by it is over as much sooner. */
export function fastClock(now: string, times: number): ClientClock {
  const real = systemClock(now);
  return {
    now: real.now,
    elapsed: () => real.elapsed() * times,
    sleep: (milliseconds, signal) => real.sleep(milliseconds / times, signal),
    random: real.random,
  };
}

/** A clock that only pauses move, however slow the machine is; each takes a fraction of its time. */
export function pausesOnlyClock(now: string, times: number): ClientClock {
  const real = systemClock(now);
  let elapsed = 0;
  return {
    now: real.now,
    elapsed: () => elapsed,
    random: () => 0.5,
    async sleep(milliseconds, signal) {
      const until = elapsed + milliseconds;
      await real.sleep(milliseconds / times, signal);
      elapsed = Math.max(elapsed, until);
    },
  };
}

/** The providers' own limits, for a clock that runs a given number of times as fast. */
export function fastProviders(times: number): Record<ProviderName, Provider> {
  const faster = Object.entries(providers).map(([name, provider]) => [
    name,
    {
      ...provider,
      headTimeout: provider.headTimeout / times,
      totalTimeout: provider.totalTimeout / times,
    },
  ]);
  return Object.fromEntries(faster) as Record<ProviderName, Provider>;
}
