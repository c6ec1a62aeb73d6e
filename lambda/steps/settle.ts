/** An error as a state machine caught it. */
export interface Caught {
  readonly Error?: string | undefined;
  /** What the function said: JSON with `errorMessage`, or words. */
  readonly Cause?: string | undefined;
}

export interface Failures {
  readonly failure?: Caught | undefined;
  readonly renderFailure?: Caught | undefined;
  readonly deliverFailure?: Caught | undefined;
}

/** What went wrong on the way, a sentence each. */
export function failuresOf(failures: Failures): readonly string[] {
  const { failure, renderFailure, deliverFailure } = failures;
  return [
    ...(failure === undefined ? [] : [told('not published', failure)]),
    ...(renderFailure === undefined ? [] : [told('published without its PDF', renderFailure)]),
    ...(deliverFailure === undefined ? [] : [told('published, but not everybody was told', deliverFailure)]),
  ];
}

function told(outcome: string, { Error: name = 'unknown error', Cause: cause = '' }: Caught): string {
  return `${outcome}: ${name}: ${messageOf(cause)}`;
}

function messageOf(cause: string): string {
  try {
    const parsed: unknown = JSON.parse(cause);
    if (typeof parsed === 'object' && parsed !== null && 'errorMessage' in parsed)
      return String(parsed.errorMessage);
  } catch {
    // Not JSON: the service's own words.
  }
  return cause;
}
