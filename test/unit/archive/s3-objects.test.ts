import type { GetObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { S3Objects } from '../../../lambda/archive/s3-objects.ts';

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
