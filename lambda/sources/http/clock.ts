/**
 * Time and chance, as the client and the chain see them. The run's own clock may be set (`--now`); what is timed
 * in milliseconds, pauses and jitter are apart from it, so that a run of a past evening still waits in real time.
 */
export interface ClientClock {
  /** The run's clock, ISO 8601 UTC: what is written down as the time of a fetch. */
  now(): string;
  /** Milliseconds that only ever grow, for time-outs and pauses. */
  elapsed(): number;
  /** Resolves after a given number of milliseconds, or at once when the signal fires. Never rejects. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
  /** Uniform in [0, 1). */
  random(): number;
}

/** The machine's clock; with `started`, a run's clock that was set to that instant and runs on from there. */
export function systemClock(started?: string): ClientClock {
  const origin = performance.now();
  const base = started === undefined ? Date.now() : Date.parse(started);
  return {
    now: () => new Date(base + (performance.now() - origin)).toISOString(),
    elapsed: () => performance.now() - origin,
    sleep: (milliseconds, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted === true) return resolve();
        const done = () => {
          clearTimeout(timer);
          signal?.removeEventListener('abort', done);
          resolve();
        };
        const timer = setTimeout(done, milliseconds);
        signal?.addEventListener('abort', done, { once: true });
      }),
    random: Math.random,
  };
}
