import type { ProviderName } from '../../providers/index.ts';

/** Requests that reached a provider today, or may have, a provider each. Kept in the archive from run to run. */
export class Budget {
  readonly #used: Map<string, number>;

  constructor(used: Readonly<Record<string, number>> = {}) {
    this.#used = new Map(Object.entries(used));
  }

  /** Counts one more request, unless the day's are used up. */
  take(provider: ProviderName, daily: number): boolean {
    const used = this.#used.get(provider) ?? 0;
    if (used >= daily) return false;
    this.#used.set(provider, used + 1);
    return true;
  }

  /** Takes one back that never reached the provider. */
  giveBack(provider: ProviderName): void {
    this.#used.set(provider, Math.max(0, (this.#used.get(provider) ?? 0) - 1));
  }

  used(): Readonly<Record<string, number>> {
    return Object.fromEntries([...this.#used].filter(([, count]) => count > 0));
  }
}
