import { RunFailed } from '../errors.ts';
import type { Measures } from './measures.ts';

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

export interface SettleInput extends Failures {
  readonly run: string;
  readonly plan?:
    | { readonly session?: string | null | undefined; readonly reason?: string | null | undefined }
    | undefined;
  readonly publish?:
    | { readonly status: string; readonly revision: number; readonly siteFailure?: Caught | undefined }
    | undefined;
}

/**
 * The end of every run, when everything good is saved: measures whether the evening is in order, and fails the run with
 * what went wrong.
 * @throws RunFailed
 */
export function settle(input: SettleInput, { measure }: Measures) {
  const { run, plan, publish } = input;
  const failures = runFailures(input);
  const done = publish !== undefined && publish.status !== 'taken';
  const nothingToDo = plan !== undefined && plan.session == null && input.failure === undefined;
  if ((done || nothingToDo) && (run === 'evening' || run === 'final')) measure('eveningInOrder', 1);
  if (failures.length > 0)
    throw new RunFailed(failures.join('; '), {
      hint: 'See the runbook, entry "Run failed"; starting the run again is always safe.',
    });
  return publish ?? { status: plan?.reason ?? 'nothing to do', revision: null };
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
      : [describeFailure('published, but not everybody was told', deliverFailure)]),
  ];
}

function describeFailure(
  outcome: string,
  { Error: name = 'unknown error', Cause: cause = '' }: Caught,
): string {
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
