import {
  DeleteObjectCommand,
  GetObjectCommand,
  PutObjectCommand,
  paginateListObjectsV2,
  type S3Client,
} from '@aws-sdk/client-s3';
import type { S3Server } from '../s3-server.ts';

/** Every object of a bucket, by its key. */
export type Objects = ReadonlyMap<string, Uint8Array>;

/** By its key, what matters of an object: its bytes' fingerprint, and of a message's receipt the state only. */
export type ObjectStates = Readonly<Record<string, string>>;

/** The archive's bucket seen from behind the proxy, to set it as it was and to see what became of it. */
export interface BucketFixture {
  objects(): Promise<Objects>;
  restore(objects: Objects): Promise<void>;
  states(): Promise<ObjectStates>;
}

/** The ledger of runs is apart: each run is a row of its own. */
const isOfLedger = (key: string) => /^(data\/)?runs\//.test(key);
const isReceipt = (key: string) => key.startsWith('receipts/delivery/');
const stateOf = (bytes: Uint8Array): string => JSON.parse(Buffer.from(bytes).toString()).state;

export class BucketBehindProxy implements BucketFixture {
  readonly #client: S3Client;
  readonly #bucket: string;
  /** Fingerprints of all that was read. */
  readonly #known = new Map<Uint8Array, string>();

  constructor(client: S3Client, bucket: string) {
    this.#client = client;
    this.#bucket = bucket;
  }

  async objects(): Promise<Objects> {
    const found = [...(await this.#fingerprints())];
    const read = async ([key, fingerprint]: [string, string]) => {
      const bytes = await this.#read(key);
      this.#known.set(bytes, fingerprint);
      return [key, bytes] as const;
    };
    return new Map(await Promise.all(found.map(read)));
  }

  async restore(objects: Objects): Promise<void> {
    const there = await this.#fingerprints();
    const stray = [...there.keys()].filter((key) => !objects.has(key));
    const changed = [...objects].filter(([key, bytes]) => there.get(key) !== this.#known.get(bytes));
    await Promise.all([
      ...stray.map((Key) => this.#client.send(new DeleteObjectCommand({ Bucket: this.#bucket, Key }))),
      ...changed.map(([Key, Body]) =>
        this.#client.send(new PutObjectCommand({ Bucket: this.#bucket, Key, Body })),
      ),
    ]);
  }

  /** What `told` returned for objects that were read here. */
  statesOf(objects: Objects): ObjectStates {
    const wordsOf = (key: string, bytes: Uint8Array) =>
      isReceipt(key) ? stateOf(bytes) : (this.#known.get(bytes) ?? 'unknown');
    const apart = [...objects].filter(([key]) => !isOfLedger(key));
    return Object.fromEntries(apart.map(([key, bytes]) => [key, wordsOf(key, bytes)]));
  }

  async states(): Promise<ObjectStates> {
    const found = [...(await this.#fingerprints())].filter(([key]) => !isOfLedger(key));
    const tell = async ([key, fingerprint]: [string, string]) =>
      [key, isReceipt(key) ? stateOf(await this.#read(key)) : fingerprint] as const;
    return Object.fromEntries(await Promise.all(found.map(tell)));
  }

  async #fingerprints(): Promise<Map<string, string>> {
    const found = new Map<string, string>();
    for await (const page of paginateListObjectsV2({ client: this.#client }, { Bucket: this.#bucket }))
      for (const { Key = '', ETag = '' } of page.Contents ?? []) found.set(Key, ETag);
    return found;
  }

  async #read(Key: string): Promise<Uint8Array> {
    const { Body } = await this.#client.send(new GetObjectCommand({ Bucket: this.#bucket, Key }));
    return (await Body?.transformToByteArray()) ?? new Uint8Array();
  }
}

/** The same for the server of this process. */
export class ServerBucket implements BucketFixture {
  readonly #server: S3Server;

  constructor(server: S3Server) {
    this.#server = server;
  }

  async objects(): Promise<Objects> {
    return new Map([...this.#server.objects].map(([key, { bytes }]) => [key, bytes]));
  }

  async restore(objects: Objects): Promise<void> {
    this.#server.objects.clear();
    for (const [key, bytes] of objects) this.#server.set(key, bytes);
  }

  async states(): Promise<ObjectStates> {
    return Object.fromEntries(
      [...this.#server.objects]
        .filter(([key]) => !isOfLedger(key))
        .map(([key, { bytes, etag }]) => [key, isReceipt(key) ? stateOf(bytes) : etag]),
    );
  }
}
