import type { Archive } from '../../lambda/archive/archive.ts';

/**
 * An archive in memory whose every call gives way to the others, and whose `update` is refused and tried again when
 * another writer changed in between, as a bucket does with conditional writes.
 */
export class MemoryArchive implements Archive {
  readonly #objects = new Map<string, Uint8Array>();
  readonly #pauses: readonly number[];
  #turn = 0;
  /** Calls so far, by their name. */
  readonly calls = { get: 0, list: 0, write: 0 };
  /** Bytes written so far. */
  written = 0;

  /** @param pauses how many turns each call waits, in rotation: it decides which calls interleave */
  constructor(pauses: readonly number[] = [1]) {
    this.#pauses = pauses;
  }

  locate(key: string): string {
    return `memory:${key}`;
  }

  async get(key: string): Promise<Uint8Array | null> {
    this.calls.get += 1;
    await this.#wait();
    return this.#objects.get(key) ?? null;
  }

  async list(prefix: string): Promise<readonly string[]> {
    this.calls.list += 1;
    await this.#wait();
    return [...this.#objects.keys()].filter((key) => key.startsWith(prefix)).sort();
  }

  async putNew(key: string, bytes: Uint8Array): Promise<boolean> {
    await this.#wait();
    if (this.#objects.has(key)) return false;
    this.#write(key, bytes);
    return true;
  }

  async publish(session: string, revision: number, files: ReadonlyMap<string, Uint8Array>): Promise<boolean> {
    const folder = `reports/${session}/r${revision}/`;
    if (this.#objects.has(`${folder}manifest.json`)) return false;
    for (const [name, bytes] of files) this.#write(folder + name, bytes);
    return true;
  }

  async update(key: string, change: (old: Uint8Array | null) => Uint8Array): Promise<void> {
    for (;;) {
      const old = await this.get(key);
      const changed = change(old);
      if (old !== null && Buffer.compare(old, changed) === 0) return;
      await this.#wait();
      if ((this.#objects.get(key) ?? null) !== old) continue;
      this.#write(key, changed);
      return;
    }
  }

  /** Every object as text, by key; one that is no text as a character a byte. */
  texts(): Record<string, string> {
    const keys = [...this.#objects.keys()].sort();
    const encoding = (key: string) => (key.endsWith('.parquet') ? 'latin1' : 'utf8');
    return Object.fromEntries(
      keys.map((key) => [key, Buffer.from(this.#objects.get(key)!).toString(encoding(key))]),
    );
  }

  async #wait(): Promise<void> {
    this.#turn += 1;
    for (let left = this.#pauses[this.#turn % this.#pauses.length] ?? 0; left > 0; left -= 1)
      await Promise.resolve();
  }

  #write(key: string, bytes: Uint8Array): void {
    this.calls.write += 1;
    this.written += bytes.length;
    this.#objects.set(key, bytes);
  }
}
