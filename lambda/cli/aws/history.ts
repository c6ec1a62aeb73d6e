import type { HistoryEvent } from '@aws-sdk/client-sfn';

/** A state that an execution entered: a call, a wait, a map. */
export interface Step {
  /** As the state machine calls it, in small letters: `collect`. */
  readonly name: string;
  readonly at: Date;
}

/** Where an execution is, and where it first failed permanently. */
export interface ExecutionCourse {
  readonly steps: readonly Step[];
  /** The step that failed and was not mended by trying again; null without one. */
  readonly failedIn: string | null;
}

const entered = new Set(['TaskStateEntered', 'MapStateEntered', 'WaitStateEntered']);
const failed = /^(LambdaFunction|Task|MapRun|Map)(State)?(Failed|TimedOut|StartFailed)$/;
const succeeded = /^(LambdaFunctionSucceeded|TaskSucceeded|MapRunSucceeded|MapStateSucceeded)$/;
/** The last steps fail with what failed before them. */
const last = new Set(['settle', 'conclude all']);

/** Reads an execution's events, oldest first. */
export function executionCourse(events: readonly HistoryEvent[]): ExecutionCourse {
  const steps: Step[] = [];
  let failedIn: string | null = null;
  let isOpen = false;
  for (const { type = '', timestamp, stateEnteredEventDetails } of events) {
    const name = stateEnteredEventDetails?.name?.toLowerCase();
    const current = steps.at(-1)?.name ?? null;
    if (entered.has(type) && name !== undefined) {
      if (isOpen) isOpen = false;
      steps.push({ name, at: timestamp ?? new Date(0) });
    } else if (failed.test(type) && current !== null && (failedIn === null || !last.has(current))) {
      failedIn = current;
      isOpen = true;
    } else if (isOpen && succeeded.test(type)) {
      failedIn = null;
      isOpen = false;
    }
  }
  return { steps, failedIn };
}
