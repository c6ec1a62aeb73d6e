import { createHash } from 'node:crypto';
import {
  GetObjectCommand,
  type GetObjectCommandInput,
  ListObjectsV2Command,
  type ListObjectsV2CommandInput,
  PutObjectCommand,
  type PutObjectCommandInput,
  type S3Client,
} from '@aws-sdk/client-s3';

interface Held {
  readonly bytes: Buffer;
  readonly etag: string;
  readonly modified: Date;
}

/** An answer of S3 other than success, as its client throws it. */
export const s3Refusal = (name: string, httpStatusCode: number): Error =>
  Object.assign(new Error(name), { name, $metadata: { httpStatusCode, attempts: 1 } });

/** A bucket in memory with S3's conditional writes, asked without a network: `S3Server` where requests matter. */
export class MemoryBucket {
  readonly objects = new Map<string, Held>();
  /** What was asked, as `PUT index.json`. */
  readonly requests: string[] = [];
  /** Called before each request is carried out; what it throws is the answer. */
  before: (request: string) => void = () => undefined;

  /** Puts an object there without a request. */
  set(key: string, bytes: Uint8Array, modified = new Date()): string {
    const etag = `"${createHash('md5').update(bytes).digest('hex')}"`;
    this.objects.set(key, { bytes: Buffer.from(bytes), etag, modified });
    return etag;
  }

  client(): S3Client {
    return { send: async (command: object) => this.#answer(command) } as unknown as S3Client;
  }

  async #answer(command: object): Promise<object> {
    // As over a network, others come in between.
    await new Promise(setImmediate);
    if (command instanceof PutObjectCommand) return this.#put(command.input);
    if (command instanceof GetObjectCommand) return this.#get(command.input);
    if (command instanceof ListObjectsV2Command) return this.#list(command.input);
    throw new Error('the archive makes no such request');
  }

  #asked(request: string): void {
    this.requests.push(request);
    this.before(request);
  }

  #put({ Key = '', Body, IfNoneMatch, IfMatch }: PutObjectCommandInput): object {
    this.#asked(`PUT ${Key}`);
    const there = this.objects.get(Key);
    if (IfNoneMatch === undefined && IfMatch === undefined) throw new Error(`${Key} would be written over`);
    if (IfMatch !== undefined && there === undefined) throw s3Refusal('NoSuchKey', 404);
    const holds = IfNoneMatch === '*' ? there === undefined : there?.etag === IfMatch;
    if (!holds) throw s3Refusal('PreconditionFailed', 412);
    return { ETag: this.set(Key, Body as Uint8Array) };
  }

  #get({ Key = '' }: GetObjectCommandInput): object {
    this.#asked(`GET ${Key}`);
    const there = this.objects.get(Key);
    if (there === undefined) throw s3Refusal('NoSuchKey', 404);
    const { bytes, etag, modified } = there;
    return {
      Body: { transformToByteArray: async () => new Uint8Array(bytes) },
      ...{ ContentLength: bytes.length, ETag: etag, LastModified: modified },
    };
  }

  #list({ Prefix = '' }: ListObjectsV2CommandInput): object {
    this.#asked(`LIST ${Prefix}`);
    return {
      Contents: [...this.objects.keys()].filter((key) => key.startsWith(Prefix)).map((Key) => ({ Key })),
    };
  }
}
