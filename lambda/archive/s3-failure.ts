import { ArchiveError, ArchiveUnavailable, BriefingError } from '../errors.ts';

/** What S3's client reports of an answer, or of the lack of one. */
interface Answered {
  readonly $metadata?: {
    readonly httpStatusCode?: number | undefined;
    readonly attempts?: number | undefined;
  };
}

export function httpStatusOf(error: unknown): number | undefined {
  return error instanceof Error ? (error as Answered).$metadata?.httpStatusCode : undefined;
}

/** Whether the client had asked before: then an earlier request of the same call may have been carried out. */
export function wasRepeated(error: unknown): boolean {
  return error instanceof Error && ((error as Answered).$metadata?.attempts ?? 1) > 1;
}

/** Refusals by their status (400) that are none: S3 waited too long for the request to arrive. */
const passes = new Set(['RequestTimeout']);

const hints: Readonly<Record<string, string>> = {
  NoSuchBucket: 'See that the stack is deployed and that the bucket is the one it made.',
  AccessDenied: "See the function's role: it may touch only the keys of its own step.",
  InvalidAccessKeyId: 'Sign in to AWS again.',
  ExpiredToken: 'Sign in to AWS again.',
};

/**
 * What people read when S3 says no. Busy, broken or silent is `ArchiveUnavailable`, worth another try; a plain no
 * is not. Errors that already speak for themselves pass.
 */
export function s3Failure(place: string, what: string, error: unknown): Error {
  if (error instanceof BriefingError) return error;
  const { name, message } = error instanceof Error ? error : { name: 'unknown', message: String(error) };
  const status = httpStatusOf(error);
  const text = `archive ${place}: cannot ${what}: ${message} (${name}${status === undefined ? '' : `, ${status}`})`;
  if (name === 'CredentialsProviderError')
    return new ArchiveError(text, {
      cause: error,
      hint: 'Sign in to AWS, or name a profile in AWS_PROFILE.',
    });
  const busy =
    status === undefined ||
    status < 400 ||
    status >= 500 ||
    [408, 409, 412, 429].includes(status) ||
    passes.has(name);
  if (busy)
    return new ArchiveUnavailable(text, {
      cause: error,
      hint: 'Run again: nothing half-published is visible, and what is there is kept.',
    });
  return new ArchiveError(text, {
    cause: error,
    hint: hints[name] ?? 'See what S3 objects to; trying again changes nothing.',
  });
}
