import { S3Client } from '@aws-sdk/client-s3';

/**
 * How our clients ask: five times in all, and never without an end. The SDK's own waits between them are short and
 * random; the state machine's are the long ones.
 */
export const clientDefaults = {
  maxAttempts: 5,
  requestHandler: { connectionTimeout: 3_000, requestTimeout: 15_000, throwOnRequestTimeout: true },
} as const;

/** For requests that must not be carried out twice: whoever asks decides whether to ask again. */
export const askingOnce = { ...clientDefaults, maxAttempts: 1 } as const;

/** S3. Endpoints other than AWS's own know no host names for buckets. */
export function s3Client(): S3Client {
  const elsewhere = process.env.AWS_ENDPOINT_URL ?? process.env.AWS_ENDPOINT_URL_S3;
  return new S3Client({ ...clientDefaults, forcePathStyle: elsewhere !== undefined });
}
