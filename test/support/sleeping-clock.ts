import type { ClientClock } from '../../lambda/sources/http/clock.ts';

/** A clock that only pauses move: a pause ends at once and the clock is later by it. */
export function sleepingClock(): ClientClock {
  let elapsed = 0;
  return {
    now: () => '2025-12-31T22:50:00.000Z',
    elapsed: () => elapsed,
    sleep: async (milliseconds) => {
      elapsed += milliseconds;
    },
    random: () => 0.5,
  };
}
