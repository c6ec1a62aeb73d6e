import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll } from 'vitest';
import { S3Archive } from '../../lambda/archive/s3.ts';
import { archiveContract } from '../contract/archive-contract.ts';
import { type Emulator, startEmulator } from './support/emulator.ts';

let emulator: Emulator;
let buckets = 0;
beforeAll(async () => {
  emulator = await startEmulator();
}, 300_000);
afterAll(() => emulator?.stop());

const connect = () =>
  new S3Client({
    endpoint: emulator.endpoint,
    region: 'us-east-1',
    forcePathStyle: true,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });

archiveContract('a bucket of the emulator', async () => {
  buckets += 1;
  const bucket = `archive-${buckets}`;
  await connect().send(new CreateBucketCommand({ Bucket: bucket }));
  return {
    open: () => new S3Archive({ client: connect(), bucket, patience: 5_000 }),
    dispose: async () => undefined,
  };
});
