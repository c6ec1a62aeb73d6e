import type { ProviderFailure } from './provider-error.ts';

/**
 * Gives a provider up for the rest of the run after a given number of failures in a row. An answer, even a refusal of one
 * series, shows that the provider is there and starts the count again; it never closes a breaker that is open.
 */
export class Breaker {
  readonly #limit: number;
  #failures: string[] = [];
  #reason: string | null = null;
  #failure: ProviderFailure | undefined;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /**
   * Why the provider is no longer asked, or null while it is. Where everybody who asked heard the same, it is that:
   * which series of a run come first is chance, and no report may depend on it.
   */
  get open(): string | null {
    return this.#reason;
  }

  /** What opened it, in codes; undefined while it is closed, and of an answer that could not be used. */
  get failure(): ProviderFailure | undefined {
    return this.#failure;
  }

  answered(): void {
    this.#failures = [];
  }

  failed(reason: string, failure?: ProviderFailure): void {
    this.#failures.push(reason);
    const { length } = this.#failures;
    if (length < this.#limit) return;
    const alike = this.#failures.every((failure) => failure === reason);
    this.trip(
      alike ? reason : `given up for this run (${length} failures in a row, the last: ${reason})`,
      failure,
    );
  }

  /** Gives it up at once. @returns the reason given for every later request: the first one */
  trip(reason: string, failure?: ProviderFailure): string {
    if (this.#reason === null) [this.#reason, this.#failure] = [reason, failure];
    return this.#reason;
  }
}
