import { AwsError, BriefingError, UsageError } from '../../errors.ts';

/** What AWS's clients report of an answer, or of the lack of one. */
interface Answered {
  readonly name: string;
  readonly message: string;
  readonly code?: string;
  readonly $metadata?: { readonly httpStatusCode?: number | undefined };
}

/** Asks a service of AWS. @param what completes "AWS does not …" @throws BriefingError that says what to do */
export async function asking<T>(what: string, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    throw awsFailure(what, error);
  }
}

const signIn =
  'Sign in (`aws login`, `aws sso login`), or name a profile that is signed in with AWS_PROFILE.';
/** Errors by their names: a sign-in that is not there or of which a session is over, one that is unknown, one that may not. */
const notFound = new Set(['CredentialsProviderError', 'TokenProviderError']);
const expired = new Set(['ExpiredToken', 'ExpiredTokenException', 'RequestExpired']);
const unknownKey = new Set([
  'InvalidClientTokenId',
  'UnrecognizedClientException',
  'InvalidAccessKeyId',
  'SignatureDoesNotMatch',
  'InvalidSignatureException',
]);
const denied = new Set(['AccessDenied', 'AccessDeniedException', 'UnauthorizedOperation']);

/** What people read when AWS, or the sign-in to it, says no. No message of AWS's is quoted that may name an account. */
export function awsFailure(what: string, error: unknown): Error {
  if (error instanceof BriefingError || !(error instanceof Error)) return error as Error;
  const { name, message, code, $metadata } = error as Answered;
  const status = $metadata?.httpStatusCode;
  const options = (hint: string) => ({ cause: error, hint });
  if (expired.has(name)) return new UsageError('the sign-in to AWS has expired', options(signIn));
  if (notFound.has(name))
    return new UsageError('no sign-in to AWS was found that is still good', options(signIn));
  if (unknownKey.has(name))
    return new UsageError(
      `AWS does not know this sign-in (${name})`,
      options(`${signIn} A clock that is minutes off does it, too.`),
    );
  if (denied.has(name) || status === 403)
    return new UsageError(
      `this sign-in may not: AWS does not ${what} (${name})`,
      options('Use the sign-in that the stack was deployed with, or have its owner allow this.'),
    );
  if (status === undefined)
    return new AwsError(
      `AWS does not ${what}: no answer (${code ?? name})`,
      options('Is there a network, and is AWS_REGION right? Then run again.'),
    );
  return new AwsError(
    `AWS does not ${what}: ${message} (${name}, ${status})`,
    options(
      status >= 500 || status === 429
        ? 'Run again in a moment.'
        : 'See what AWS objects to; trying again changes nothing.',
    ),
  );
}
