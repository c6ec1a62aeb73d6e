/**
 * Gives a provider up for the rest of the run after so many failures in a row. An answer, even a refusal of one
 * series, shows that the provider is there and starts the count again; it never closes a breaker that is open.
 */
export class Breaker {
  readonly #limit: number;
  #failures = 0;
  #reason: string | null = null;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Why the provider is no longer asked, or null while it is. */
  get open(): string | null {
    return this.#reason;
  }

  answered(): void {
    this.#failures = 0;
  }

  failed(reason: string): void {
    this.#failures += 1;
    if (this.#failures >= this.#limit) this.trip(`${this.#failures} failures in a row, the last: ${reason}`);
  }

  trip(reason: string): void {
    this.#reason ??= `given up for this run (${reason})`;
  }
}
