import { S3Client } from '@aws-sdk/client-s3';
import { clientDefaults, patience } from './client-defaults.ts';

/**
 * S3. Five silent tries are over before the shortest of the steps is (30 s), so that it fails by name. Endpoints other
 * than AWS's own know no host names for buckets.
 */
export function s3Client(): S3Client {
  const elsewhere = process.env.AWS_ENDPOINT_URL ?? process.env.AWS_ENDPOINT_URL_S3;
  return new S3Client({
    ...clientDefaults,
    requestHandler: patience(5_000),
    forcePathStyle: elsewhere !== undefined,
  });
}
