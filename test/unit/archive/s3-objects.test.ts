import type { GetObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { S3Objects } from '../../../lambda/archive/s3-objects.ts';

// The pauses between tries are random parts of a second; here they are none.
beforeEach(() => void vi.spyOn(Math, 'random').mockReturnValue(0));
afterEach(() => void vi.restoreAllMocks());

/** A client whose answers bring a given number of bytes each of the ten that they promise. */
function clientThatBrings(...lengths: number[]): S3Client {
  const send = async () => {
    const length = lengths.shift() ?? 0;
    return {
      Body: { transformToByteArray: async () => new Uint8Array(length) },
      ContentLength: 10,
      ETag: '"one"',
    };
  };
  return { send } as unknown as S3Client;
}

it('an object with fewer bytes than its answer promised is read again', async () => {
  const stored = await new S3Objects(clientThatBrings(9, 10), 'archive', {}).read('index.json');
  expect(stored?.bytes).toHaveLength(10);
});

it('an object that is cut short six times is a failure that names it', async () => {
  const objects = new S3Objects(clientThatBrings(9, 0, 9, 1, 11, 9), 'archive', {});
  await expect(objects.read('index.json')).rejects.toThrow(/read index\.json.*broke off/s);
});

/** An answer of S3 other than success. */
const refused = (name: string, httpStatusCode: number, attempts = 1): Error =>
  Object.assign(new Error('no'), { name, $metadata: { httpStatusCode, attempts } });

type Sent = GetObjectCommand | ListObjectsV2Command | PutObjectCommand;

/** A bucket whose answers are these, in order; an error is thrown. It keeps what it was asked. */
function played(...answers: (Error | object)[]) {
  const asked: object[] = [];
  const send = async ({ input }: Sent) => {
    asked.push(input);
    const answer = answers.shift();
    if (answer instanceof Error) throw answer;
    return answer ?? {};
  };
  return { asked, objects: new S3Objects({ send } as unknown as S3Client, 'archive', {}) };
}

const bytes = Buffer.from('abc');
const stored = (text: string) => ({
  Body: { transformToByteArray: async () => Buffer.from(text) },
  ETag: '"one"',
});

describe('a conditional write', () => {
  it('is of a new object where there is none, of a known one where it is as it was read', async () => {
    const { asked, objects } = played();
    expect(await objects.write('index.json', bytes, 'absent')).toBe(true);
    expect(await objects.write('index.json', bytes, { etag: '"one"' })).toBe(true);
    expect(asked).toMatchObject([{ IfNoneMatch: '*' }, { IfMatch: '"one"' }]);
    expect(asked[0]).not.toHaveProperty('IfMatch');
    expect(asked[1]).not.toHaveProperty('IfNoneMatch');
  });

  it('whose condition does not hold writes nothing', async () => {
    expect(await played(refused('PreconditionFailed', 412)).objects.write('a', bytes, 'absent')).toBe(false);
    // The object was deleted in between.
    const gone = refused('NoSuchKey', 404);
    expect(await played(gone).objects.write('a', bytes, { etag: '"one"' })).toBe(false);
  });

  it('to no bucket fails', async () => {
    for (const condition of ['absent', { etag: '"one"' }] as const)
      await expect(played(refused('NoSuchBucket', 404)).objects.write('a', bytes, condition)).rejects.toThrow(
        'NoSuchBucket',
      );
  });

  it('that meets another one under way is asked for again, and found to be done by the first', async () => {
    const conflict = refused('ConditionalRequestConflict', 409);
    const failed = refused('PreconditionFailed', 412);
    expect(await played(conflict).objects.write('a', bytes, 'absent')).toBe(true);
    expect(await played(conflict, failed, stored('abc')).objects.write('a', bytes, 'absent')).toBe(true);
    expect(await played(conflict, failed, stored('xyz')).objects.write('a', bytes, 'absent')).toBe(false);
  });

  it('that the client itself repeated is held against what is there', async () => {
    const repeated = refused('PreconditionFailed', 412, 2);
    expect(await played(repeated, stored('abc')).objects.write('a', bytes, 'absent')).toBe(true);
    expect(await played(repeated, refused('NoSuchKey', 404)).objects.write('a', bytes, 'absent')).toBe(false);
    // Its first answer says that the other's bytes were there before, the same or not.
    const once = played(refused('PreconditionFailed', 412), stored('abc'));
    expect(await once.objects.write('a', bytes, 'absent')).toBe(false);
  });
});

it('a list is that of all pages, in order', async () => {
  const pages = [
    { Contents: [{ Key: 'r/2' }, { Key: 'r/3' }], IsTruncated: true, NextContinuationToken: 'more' },
    { Contents: [{ Key: 'r/1' }, {}], IsTruncated: false, NextContinuationToken: 'none' },
  ];
  const { asked, objects } = played(...pages);
  expect(await objects.list('r/')).toEqual(['r/1', 'r/2', 'r/3']);
  expect(asked).toMatchObject([{ Prefix: 'r/' }, { Prefix: 'r/', ContinuationToken: 'more' }]);
  expect(await played({}).objects.list('r/')).toEqual([]);
});

describe('a read', () => {
  it('gives the bytes with what a later write may depend on', async () => {
    const modified = new Date('2025-12-31T22:00:00.000Z');
    const { asked, objects } = played({ ...stored('abc'), ContentLength: 3, LastModified: modified });
    expect(await objects.read('index.json')).toEqual({ bytes, etag: '"one"', modified });
    expect(asked).toEqual([{ Bucket: 'archive', Key: 'index.json' }]);
    expect(objects.locate('index.json')).toBe('s3://archive/index.json');
  });

  it('of an object without bytes gives none', async () => {
    expect((await played({ ETag: '"one"' }).objects.read('a'))?.bytes).toEqual(new Uint8Array());
  });

  it('of what is not there is null, and fails where there is no bucket', async () => {
    expect(await played(refused('NoSuchKey', 404)).objects.read('a')).toBeNull();
    await expect(played(refused('NoSuchBucket', 404)).objects.read('a')).rejects.toThrow(
      /s3:\/\/archive\/: cannot read a: .*NoSuchBucket, 404/,
    );
  });

  it('is asked for again where the answer broke off, and not where it was refused', async () => {
    for (const broken of [new Error('socket hang up'), refused('TimeoutError', 200)]) {
      const { asked, objects } = played(broken, stored('abc'));
      expect((await objects.read('a'))?.bytes).toEqual(bytes);
      expect(asked).toHaveLength(2);
    }
    const { asked, objects } = played(refused('AccessDenied', 403), stored('abc'));
    await expect(objects.read('a')).rejects.toThrow('AccessDenied');
    expect(asked).toHaveLength(1);
  });
});

describe('a write', () => {
  it('says what it is and who wrote it', async () => {
    const asked: object[] = [];
    const client = { send: async ({ input }: Sent) => void asked.push(input) } as unknown as S3Client;
    await new S3Objects(client, 'archive', { execution: 'run-1' }).write('index.json', bytes, 'absent');
    expect(asked).toEqual([
      {
        ...{ Bucket: 'archive', Key: 'index.json', Body: bytes, Metadata: { execution: 'run-1' } },
        ...{ ContentType: 'application/json', CacheControl: 'no-cache', IfNoneMatch: '*' },
      },
    ]);
  });

  it('that meets others six times is given up, and one that is refused at once', async () => {
    const conflicts = Array.from({ length: 6 }, () => refused('ConditionalRequestConflict', 409));
    const busy = played(...conflicts);
    await expect(busy.objects.write('a', bytes, 'absent')).rejects.toThrow(/cannot write a.*409/);
    expect(busy.asked).toHaveLength(6);
    const denied = played(refused('AccessDenied', 403));
    await expect(denied.objects.write('a', bytes, 'absent')).rejects.toThrow('AccessDenied');
    expect(denied.asked).toHaveLength(1);
  });

  it('of a new object to which S3 says that it is not there fails', async () => {
    await expect(played(refused('NoSuchKey', 404)).objects.write('a', bytes, 'absent')).rejects.toThrow(
      '404',
    );
  });
});

it('a list that is refused is a failure that names what was listed', async () => {
  await expect(played(refused('AccessDenied', 403)).objects.list('r/')).rejects.toThrow(/cannot list r\//);
});
