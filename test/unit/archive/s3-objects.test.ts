import type { S3Client } from '@aws-sdk/client-s3';
import { expect, it } from 'vitest';
import { S3Objects } from '../../../lambda/archive/s3-objects.ts';

/** A client whose answers bring so many bytes each of the ten that they promise. */
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
