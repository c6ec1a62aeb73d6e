/**
 * Where snapshots and published briefings are kept: a folder at home, a bucket in AWS. Keys are those of
 * `archive-layout.ts`. Nothing that was published or collected is ever overwritten; only the index moves.
 */
export interface Archive {
  /** Where a key lies, for people: a path or an `s3://` address. */
  locate(key: string): string;

  /** The bytes under a key, or null when there are none. @throws ArchiveError */
  get(key: string): Promise<Uint8Array | null>;

  /** Keys that start with a prefix, in order. @throws ArchiveError */
  list(prefix: string): Promise<readonly string[]>;

  /** Writes a key that is not there yet, whole or not at all. False when it was there. @throws ArchiveError */
  putNew(key: string, bytes: Uint8Array): Promise<boolean>;

  /**
   * Publishes one revision: all its files, the manifest last, and visible only once complete.
   * False when that revision is already there (another run was first). @throws ArchiveError
   */
  publish(session: string, revision: number, files: ReadonlyMap<string, Uint8Array>): Promise<boolean>;

  /** Replaces a small document by what `change` makes of it, without losing a change made meanwhile. @throws ArchiveError */
  update(key: string, change: (old: Uint8Array | null) => Uint8Array): Promise<void>;
}
