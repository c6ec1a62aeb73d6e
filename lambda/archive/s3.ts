import { setTimeout as sleep } from 'node:timers/promises';
import type { S3Client } from '@aws-sdk/client-s3';
import { files as fileNames, keys } from '../archive-layout.ts';
import { ArchiveUnavailable } from '../errors.ts';
import type { Archive } from './archive.ts';
import { S3Objects } from './s3-objects.ts';

export interface S3Options {
  readonly client: S3Client;
  readonly bucket: string;
  /** Goes with every object that is written. */
  readonly metadata?: Readonly<Record<string, string>>;
  /** Milliseconds for which the writer of an unfinished revision is taken to be still at work. */
  readonly patience?: number;
}

/** After this many lost races for a document the change is given up. */
const updateTries = 60;

/**
 * The archive as a bucket. S3 has no rename, so a revision cannot appear at one stroke; conditional writes keep the
 * same promises: nothing is ever written over, the first writer of a revision's report owns its number, and the
 * manifest comes last, so that a revision without one is not published. Why so: docs/decisions/0010.
 */
export class S3Archive implements Archive {
  readonly #objects: S3Objects;
  readonly #patience: number;

  constructor({ client, bucket, metadata = {}, patience = 30_000 }: S3Options) {
    this.#objects = new S3Objects(client, bucket, metadata);
    this.#patience = patience;
  }

  locate(key: string): string {
    return this.#objects.locate(key);
  }

  async get(key: string): Promise<Uint8Array | null> {
    return (await this.#objects.read(key))?.bytes ?? null;
  }

  list(prefix: string): Promise<readonly string[]> {
    return this.#objects.list(prefix);
  }

  putNew(key: string, bytes: Uint8Array): Promise<boolean> {
    return this.#objects.write(key, bytes, 'absent');
  }

  async publish(session: string, revision: number, files: ReadonlyMap<string, Uint8Array>): Promise<boolean> {
    const folder = keys.revision(session, revision);
    const {
      [fileNames.report]: report,
      [fileNames.manifest]: manifest,
      ...pages
    } = Object.fromEntries(files);
    const named = Object.entries(pages).map(([name, bytes]) => [folder + name, bytes] as const);
    if (report !== undefined && !(await this.#contribute(folder + fileNames.report, report)))
      return this.#taken(folder);
    const complete = await Promise.all(named.map(([key, bytes]) => this.#contribute(key, bytes)));
    if (complete.includes(false)) return this.#taken(folder);
    return manifest === undefined || this.putNew(folder + fileNames.manifest, manifest);
  }

  async update(key: string, change: (old: Uint8Array | null) => Uint8Array): Promise<void> {
    for (let tried = 1; tried <= updateTries; tried += 1) {
      const old = await this.#objects.read(key);
      const changed = change(old?.bytes ?? null);
      if (old !== null && Buffer.compare(old.bytes, changed) === 0) return;
      if (await this.#objects.write(key, changed, old === null ? 'absent' : { etag: old.etag })) return;
      await sleep(Math.random() * Math.min(500, 10 * 2 ** tried));
    }
    throw new ArchiveUnavailable(`${this.locate(key)} is changed by others without end`, {
      hint: 'Run again when fewer runs are under way.',
    });
  }

  /** Whether a file of ours is there: written now, or by an earlier run that made the same. */
  async #contribute(key: string, bytes: Uint8Array): Promise<boolean> {
    return (await this.putNew(key, bytes)) || (await this.#objects.holds(key, bytes));
  }

  /**
   * The number is another run's. One that is still at work is waited for, so that the caller can compare with what
   * it publishes; one that died leaves a number that is used up. Always false.
   */
  async #taken(folder: string): Promise<false> {
    const started = Date.now();
    const claimed = (await this.#objects.read(folder + fileNames.report))?.modified?.getTime() ?? started;
    const end = Math.min(claimed, started) + this.#patience;
    for (let pause = 50; (await this.#objects.read(folder + fileNames.manifest)) === null; ) {
      if (Date.now() >= end) return false;
      await sleep(Math.min(pause, Math.max(1, end - Date.now())));
      pause = Math.min(pause * 2, 1_000);
    }
    return false;
  }
}
