import { type ProviderName, providers } from '../../../lambda/providers/index.ts';
import type { ClientClock } from '../../../lambda/sources/http/clock.ts';
import { RateLimiter } from '../../../lambda/sources/http/rate-limiter.ts';

/** A clock on which only sleeping takes time: the next sleeper wakes as soon as all others wait. */
function quietClock(): ClientClock & { run(): Promise<void> } {
  let elapsed = 0;
  const sleepers: { readonly until: number; readonly wake: () => void }[] = [];
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  return {
    now: () => '2025-12-31T22:50:00.000Z',
    elapsed: () => elapsed,
    random: () => 0.5,
    sleep: (milliseconds) =>
      new Promise((wake) => {
        sleepers.push({ until: elapsed + milliseconds, wake: () => wake() });
      }),
    async run() {
      for (await settle(); sleepers.length > 0; await settle()) {
        sleepers.sort((a, b) => a.until - b.until);
        const next = sleepers.shift();
        elapsed = next?.until ?? elapsed;
        next?.wake();
      }
    },
  };
}

/**
 * Seconds until a provider has answered a given number of requests by its own pace, when each answer takes so long: what a run
 * waits for it on a machine that computes in no time.
 */
export async function secondsFor(name: ProviderName, requests: number, answer: number): Promise<number> {
  const clock = quietClock();
  const { hosts, pace } = providers[name];
  const lanes = hosts.map(() => new RateLimiter(pace, clock));
  const open = {
    signal: new AbortController().signal,
    longest: Number.POSITIVE_INFINITY,
    useless: () => false,
  };
  for (let i = 0; i < requests; i += 1)
    void lanes[i % lanes.length]?.run(() => clock.sleep(answer * 1000), open);
  await clock.run();
  return clock.elapsed() / 1000;
}
