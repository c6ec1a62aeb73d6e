import { describe, expect, it } from 'vitest';
import { s3Failure, wasRepeated } from '../../../lambda/archive/s3-failure.ts';
import { ArchiveUnavailable, UsageError } from '../../../lambda/errors.ts';

/** An error as the client of S3 throws it. */
const answered = (name: string, httpStatusCode?: number, attempts?: number): Error =>
  Object.assign(new Error('refused'), { name, $metadata: { httpStatusCode, attempts } });

const failureOf = (error: unknown) => s3Failure('s3://bucket', 'read latest.json', error);

describe('what S3 refuses', () => {
  // Names and statuses of S3's list of error responses; no status where no answer came.
  it.each([
    ['SlowDown', 503],
    ['InternalError', 500],
    ['RequestTimeout', 400],
    ['ConditionalRequestConflict', 409],
    ['PreconditionFailed', 412],
    ['TooManyRequests', 429],
    ['RequestTimeout', 408],
    ['TemporaryRedirect', 307],
    ['TimeoutError', undefined],
  ])('%s (%s) is worth another try', (name, status) => {
    expect(failureOf(answered(name, status))).toBeInstanceOf(ArchiveUnavailable);
  });

  it.each([
    ['NoSuchBucket', 404, 'the bucket'],
    ['AccessDenied', 403, 'role'],
    ['InvalidAccessKeyId', 403, 'Sign in'],
    ['ExpiredToken', 400, 'Sign in'],
    ['InvalidRequest', 400, 'what S3 objects to'],
    ['CredentialsProviderError', undefined, 'AWS_PROFILE'],
  ])('%s (%s) is not, and the hint says what to do', (name, status, hint) => {
    const failure = failureOf(answered(name, status));
    expect(failure).not.toBeInstanceOf(ArchiveUnavailable);
    expect(failure).toMatchObject({ name: 'ArchiveError', hint: expect.stringContaining(hint) });
  });

  it('is named with its place, its error and its status', () => {
    expect(failureOf(answered('SlowDown', 503)).message).toBe(
      'archive s3://bucket: cannot read latest.json: refused (SlowDown, 503)',
    );
    expect(failureOf('gone').message).toBe('archive s3://bucket: cannot read latest.json: gone (unknown)');
  });

  it('is passed on where it is an error for people already', () => {
    const own = new UsageError('a bad key', { hint: 'Write another.' });
    expect(failureOf(own)).toBe(own);
  });
});

it('an answer to a second attempt says that an earlier one may have been carried out', () => {
  expect([undefined, 1, 2].map((attempts) => wasRepeated(answered('SlowDown', 503, attempts)))).toEqual([
    false,
    false,
    true,
  ]);
  expect(wasRepeated('no error')).toBe(false);
});
