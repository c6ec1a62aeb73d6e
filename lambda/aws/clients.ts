import { S3Client } from '@aws-sdk/client-s3';

/** Until a connection is there, until an answer begins, and between two parts of it: nothing waits without an end. */
const patience = (milliseconds: number) => ({
  connectionTimeout: 3_000,
  requestTimeout: milliseconds,
  socketTimeout: milliseconds,
  throwOnRequestTimeout: true,
});

/**
 * How our clients ask: five times in all. The SDK's own waits between them are short and random; the state machine's
 * are the long ones.
 */
export const clientDefaults = { maxAttempts: 5, requestHandler: patience(15_000) } as const;

/** For requests that must not be carried out twice: the caller decides whether to ask again. */
export const askingOnce = { ...clientDefaults, maxAttempts: 1 } as const;

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
