import { exitCodes } from '../archive-layout.ts';
import { BriefingError, GateError, InputError, NothingReceived, UsageError } from '../errors.ts';

/** What a failed command reports to people and machines. */
export interface CommandFailure {
  readonly exitCode: number;
  readonly kind: string;
  readonly message: string;
  readonly hint: string | undefined;
  /** Only for bugs of ours, and shown only on request. */
  readonly stack: string | undefined;
}

export function failureOf(error: unknown): CommandFailure {
  if (error instanceof BriefingError)
    return {
      exitCode: exitCodeOf(error),
      kind: error.name,
      message: error.message,
      hint: error.hint,
      stack: undefined,
    };
  const bug = error instanceof Error ? error : new Error(String(error));
  return {
    exitCode: exitCodes.failed,
    kind: 'Bug',
    message: `this is a bug: ${bug.message}`,
    hint: 'Run again with --debug and report what it prints.',
    stack: bug.stack,
  };
}

function exitCodeOf(error: BriefingError): number {
  if (error instanceof GateError) return exitCodes.refused;
  if (error instanceof NothingReceived) return exitCodes.unreachable;
  if (error instanceof UsageError || error instanceof InputError) return exitCodes.badInput;
  return exitCodes.failed;
}
