import { setTimeout as sleep } from 'node:timers/promises';
import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { httpStatusOf, s3Failure, wasRepeated } from './s3-failure.ts';
import { headersOf } from './s3-headers.ts';

/** An object as it was read. */
export interface Stored {
  readonly bytes: Uint8Array;
  readonly etag: string;
  readonly modified: Date | undefined;
}

/** On what a write depends: nothing there yet, or still exactly what was read. */
export type Condition = 'absent' | { readonly etag: string };

/** How often a conflict of simultaneous writes (409), or an answer that breaks off, is tried again. */
const tries = 6;

/** The few requests that the archive makes of S3, with the conditions that keep it whole. */
export class S3Objects {
  readonly #client: S3Client;
  readonly #bucket: string;
  readonly #metadata: Readonly<Record<string, string>>;

  /** @param metadata goes with every object that is written: which run, which request, which code */
  constructor(client: S3Client, bucket: string, metadata: Readonly<Record<string, string>>) {
    this.#client = client;
    this.#bucket = bucket;
    this.#metadata = metadata;
  }

  locate(key: string): string {
    return `s3://${this.#bucket}/${key}`;
  }

  /** Null when there is none. @throws ArchiveError */
  read(key: string): Promise<Stored | null> {
    return this.#guard(`read ${key}`, () =>
      this.#again(async () => {
        try {
          const found = await this.#client.send(new GetObjectCommand({ Bucket: this.#bucket, Key: key }));
          const bytes = (await found.Body?.transformToByteArray()) ?? new Uint8Array();
          // A connection that ends early gives fewer bytes and no error.
          if (bytes.length !== (found.ContentLength ?? bytes.length)) throw new Error('the answer broke off');
          return { bytes, etag: found.ETag ?? '', modified: found.LastModified };
        } catch (error) {
          if (error instanceof Error && error.name === 'NoSuchKey') return null;
          throw error;
        }
      }, brokeOff),
    );
  }

  /**
   * Writes an object if the condition holds. False when it does not. The client repeats a request whose answer was
   * lost; when the repetition meets the object that the lost one wrote, that is a success.
   * @throws ArchiveError
   */
  write(key: string, bytes: Uint8Array, condition: Condition): Promise<boolean> {
    let asked = 0;
    return this.#guard(`write ${key}`, () =>
      this.#again(async () => {
        asked += 1;
        try {
          await this.#client.send(
            new PutObjectCommand({
              Bucket: this.#bucket,
              Key: key,
              Body: bytes,
              Metadata: { ...this.#metadata },
              ...headersOf(key),
              ...(condition === 'absent' ? { IfNoneMatch: '*' } : { IfMatch: condition.etag }),
            }),
          );
          return true;
        } catch (error) {
          // 404 answers a condition on an object that was deleted meanwhile.
          const refused =
            httpStatusOf(error) === 412 ||
            (httpStatusOf(error) === 404 && condition !== 'absent' && !noBucket(error));
          if (!refused) throw error;
          return (asked > 1 || wasRepeated(error)) && (await this.holds(key, bytes));
        }
      }, conflicted),
    );
  }

  /** Whether an object has just these bytes. @throws ArchiveError */
  async holds(key: string, bytes: Uint8Array): Promise<boolean> {
    const stored = await this.read(key);
    return stored !== null && Buffer.compare(stored.bytes, bytes) === 0;
  }

  /** Keys that start with a prefix, in order. @throws ArchiveError */
  list(prefix: string): Promise<readonly string[]> {
    return this.#guard(`list ${prefix}`, async () => {
      const found: string[] = [];
      let next: string | undefined;
      do {
        const page = await this.#client.send(
          new ListObjectsV2Command({ Bucket: this.#bucket, Prefix: prefix, ContinuationToken: next }),
        );
        for (const { Key } of page.Contents ?? []) if (Key !== undefined) found.push(Key);
        next = page.IsTruncated === true ? page.NextContinuationToken : undefined;
      } while (next !== undefined);
      return found.sort();
    });
  }

  async #again<T>(attempt: () => Promise<T>, mends: (error: unknown) => boolean): Promise<T> {
    for (let tried = 1; ; tried += 1) {
      try {
        return await attempt();
      } catch (error) {
        if (tried === tries || !mends(error)) throw error;
        await sleep(Math.random() * 25 * 2 ** tried);
      }
    }
  }

  async #guard<T>(what: string, act: () => Promise<T>): Promise<T> {
    try {
      return await act();
    } catch (error) {
      throw s3Failure(this.locate(''), what, error);
    }
  }
}

const conflicted = (error: unknown): boolean => httpStatusOf(error) === 409;

/** Without a status it was not refused: the connection broke, and within the body the client does not try again. */
const brokeOff = (error: unknown): boolean =>
  httpStatusOf(error) === undefined || httpStatusOf(error) === 200;

const noBucket = (error: unknown): boolean => error instanceof Error && error.name === 'NoSuchBucket';
