import type { Archive } from '../../lambda/archive/archive.ts';

/**
 * An archive in memory whose every call gives way to the others, and whose `update` is refused and tried again when
 * somebody wrote in between, as a bucket does with conditional writes.
 */
export class MemoryArchive implements Archive {
  readonly #objects = new Map<string, Uint8Array>();
  /** Calls so far, by their name. */
  readonly calls = { get: 0, list: 0, write: 0 };
  /** Bytes written so far. */
  written = 0;

  locate(key: string): string {
    return `memory:${key}`;
  }

  async get(key: string): Promise<Uint8Array | null> {
    this.calls.get += 1;
    await Promise.resolve();
    return this.#objects.get(key) ?? null;
  }

  async list(prefix: string): Promise<readonly string[]> {
    this.calls.list += 1;
    await Promise.resolve();
    return [...this.#objects.keys()].filter((key) => key.startsWith(prefix)).sort();
  }

  async putNew(key: string, bytes: Uint8Array): Promise<boolean> {
    await Promise.resolve();
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
      await Promise.resolve();
      if ((this.#objects.get(key) ?? null) !== old) continue;
      this.#write(key, changed);
      return;
    }
  }

  /** Every object as text, by key. */
  texts(): Record<string, string> {
    const keys = [...this.#objects.keys()].sort();
    return Object.fromEntries(keys.map((key) => [key, Buffer.from(this.#objects.get(key)!).toString()]));
  }

  #write(key: string, bytes: Uint8Array): void {
    this.calls.write += 1;
    this.written += bytes.length;
    this.#objects.set(key, bytes);
  }
}
