import type { RateLimit } from '../../providers/provider.ts';
import type { ClientClock } from './clock.ts';
import { ProviderError } from './provider-error.ts';

const minute = 60_000;

/** A queue to one provider: first in, first out, within the provider's limits of concurrency and spacing. */
export class RateLimiter {
  readonly #pace: RateLimit;
  readonly #clock: ClientClock;
  readonly #waiting: (() => void)[] = [];
  #running = 0;
  readonly #starts: number[] = [];
  #nextStart = 0;

  constructor(pace: RateLimit, clock: ClientClock) {
    this.#pace = pace;
    this.#clock = clock;
  }

  /**
   * Runs the work when its turn comes. When the signal fires, or there is no use in pacing any more, it gets its
   * turn at once, to fail by itself.
   *
   * @param longest milliseconds of spacing that the queue may already hold, beside the wait for the next minute
   * @throws ProviderError `no time left` when the turn is further away than that
   */
  async run<T>(
    work: () => Promise<T>,
    { signal, longest, useless }: { signal: AbortSignal; longest: number; useless: () => boolean },
  ): Promise<T> {
    if (useless()) return work();
    const backlog = this.#nextStart - this.#clock.elapsed() + this.#waiting.length * this.#pace.spacing;
    // A provider with a limit a minute may make the queue wait for the next minute: that is its pace, and no crowd.
    const allowed = this.#pace.perMinute === undefined ? longest : longest + minute;
    if (backlog > allowed) throw new ProviderError('no time left', 'its pace leaves no turn in this run');
    if (this.#running >= this.#pace.concurrency)
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    else this.#running += 1;
    try {
      if (useless()) return await work();
      const start = this.#startOfNext();
      const pause = start - this.#clock.elapsed();
      this.#nextStart = start + this.#pace.spacing;
      this.#starts.push(start);
      if (pause > 0) await this.#clock.sleep(pause, signal);
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#running -= 1;
      else next();
    }
  }
  #startOfNext(): number {
    const { perMinute } = this.#pace;
    const earliest = Math.max(this.#nextStart, this.#clock.elapsed());
    const aMinuteAgo = perMinute === undefined ? undefined : this.#starts.at(-perMinute);
    return aMinuteAgo === undefined ? earliest : Math.max(earliest, aMinuteAgo + minute);
  }
}
