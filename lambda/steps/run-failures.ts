/** An error as a state machine caught it. */
export interface Caught {
  readonly Error?: string | undefined;
  /** What the function said: JSON with `errorMessage`, or words. */
  readonly Cause?: string | undefined;
}

export interface Failures {
  /** What publishing answered: the site may have failed by itself. */
  readonly publish?: { readonly siteFailure?: Caught | undefined } | undefined;
  readonly failure?: Caught | undefined;
  readonly renderFailure?: Caught | undefined;
  readonly deliverFailure?: Caught | undefined;
}

/** What went wrong on the way, a sentence each. */
export function runFailures(failures: Failures): readonly string[] {
  const { failure, renderFailure, deliverFailure, publish } = failures;
  const siteFailure = publish?.siteFailure;
  return [
    ...(failure === undefined ? [] : [describeFailure('not published', failure)]),
    ...(renderFailure === undefined ? [] : [describeFailure('published without its PDF', renderFailure)]),
    ...(siteFailure === undefined
      ? []
      : [describeFailure('published, but the site’s pages are not up to date', siteFailure)]),
    ...(deliverFailure === undefined
      ? []
      : [describeFailure('published, but not every message was sent', deliverFailure)]),
  ];
}

function describeFailure(
  outcome: string,
  { Error: name = 'unknown error', Cause: cause = '' }: Caught,
): string {
  return `${outcome}: ${name}: ${causeOf(cause)}`;
}

/** What a function said of its failure: JSON with `errorMessage`, or the service's own words. */
export function causeOf(cause: string): string {
  try {
    const parsed: unknown = JSON.parse(cause);
    if (typeof parsed === 'object' && parsed !== null && 'errorMessage' in parsed)
      return String(parsed.errorMessage);
  } catch {
    // Not JSON: the service's own words.
  }
  return cause;
}
