import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { GetObjectCommand, paginateListObjectsV2, S3Client } from '@aws-sdk/client-s3';
import type { Archive } from '../../../lambda/archive/archive.ts';
import { S3Archive } from '../../../lambda/archive/s3.ts';
import type { Emulator } from './emulator.ts';

const sitePage = /^reports\/[^/]+\/(index\.html|here\.js)$/;

/** The archive's bucket, looked at from outside our own code. */
export class BucketView {
  readonly #client: S3Client;
  readonly #bucket: string;

  constructor({ endpoint }: Emulator, bucket: string) {
    const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
    this.#client = new S3Client({ endpoint, region: 'us-east-1', credentials, forcePathStyle: true });
    this.#bucket = bucket;
  }

  get name(): string {
    return this.#bucket;
  }

  /** The same bucket as our own code reads it. */
  get archive(): Archive {
    return new S3Archive({ client: this.#client, bucket: this.#bucket });
  }

  /** Keys under a prefix; under `reports/` those of revisions, without the site's pages, which move with what comes after. */
  async keys(prefix: string): Promise<string[]> {
    const found: string[] = [];
    const pages = paginateListObjectsV2({ client: this.#client }, { Bucket: this.#bucket, Prefix: prefix });
    for await (const { Contents = [] } of pages) found.push(...Contents.flatMap(({ Key }) => Key ?? []));
    return found.filter((key) => !prefix.startsWith('reports/') || !sitePage.test(key)).sort();
  }

  async read(key: string): Promise<Uint8Array> {
    const { Body } = await this.#client.send(new GetObjectCommand({ Bucket: this.#bucket, Key: key }));
    if (Body === undefined) throw new Error(`${key} has no body`);
    return Body.transformToByteArray();
  }

  async metadata(key: string): Promise<Record<string, string>> {
    const { Metadata = {}, Body } = await this.#client.send(
      new GetObjectCommand({ Bucket: this.#bucket, Key: key }),
    );
    await Body?.transformToByteArray();
    return Metadata;
  }

  /** Every object under a prefix with the hash of its bytes. */
  async hashes(prefix: string): Promise<Record<string, string>> {
    const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
    const found = await this.keys(prefix);
    return Object.fromEntries(
      await Promise.all(found.map(async (key) => [key, hashOf(await this.read(key))] as const)),
    );
  }

  /** A JSON document. */
  async json(key: string): Promise<unknown> {
    return JSON.parse(Buffer.from(await this.read(key)).toString());
  }

  /** Copies everything into a folder, which is then an archive of the same briefings. */
  async copyTo(folder: string): Promise<void> {
    const copy = async (key: string) => {
      await mkdir(dirname(join(folder, key)), { recursive: true });
      await writeFile(join(folder, key), await this.read(key));
    };
    await Promise.all((await this.keys('')).map(copy));
  }
}
