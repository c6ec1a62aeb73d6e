import { setTimeout as sleep } from 'node:timers/promises';
import {
  DescribeExecutionCommand,
  type DescribeExecutionCommandOutput,
  GetExecutionHistoryCommand,
  type HistoryEvent,
  ListExecutionsCommand,
  SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import { askingOnce, clientDefaults } from '../../aws/client-defaults.ts';
import { asking } from './failure.ts';
import { executionCourse, type Step } from './history.ts';
import { type Outcome, outcomeOf } from './outcome.ts';

/** One execution of a state machine. */
export interface Execution extends Outcome {
  readonly name: string;
  /** `running`, `succeeded`, `failed`, `timed out`, `stopped`, `waits to be redriven`. */
  readonly status: string;
  readonly startedAt: string;
  /** Null while it runs. */
  readonly stoppedAt: string | null;
  /** The step that it is in, or that failed; null where it went through. */
  readonly step: string | null;
}

const client = () => new SFNClient(clientDefaults);

/** Starts a state machine; asked once, since two starts are two runs. @returns the execution's ARN @throws AwsError */
export async function start(machine: string, input: Readonly<Record<string, unknown>>): Promise<string> {
  const once = new SFNClient(askingOnce);
  const command = new StartExecutionCommand({ stateMachineArn: machine, input: JSON.stringify(input) });
  const { executionArn = '' } = await asking('start the run', () => once.send(command));
  return executionArn;
}

/** Milliseconds between two looks at a run. */
const pause = 2_000;

/**
 * Follows an execution to its end.
 * @param hear is called with each step when it begins
 * @param wait milliseconds between two looks
 */
export async function follow(arn: string, hear: (step: Step) => void, wait = pause): Promise<Execution> {
  const states = client();
  for (let heard = 0; ; await sleep(wait)) {
    // The state first: what happened until then is in the history that is asked for after it.
    const described = await describe(states, arn);
    const events = await historyOf(states, arn);
    const { steps } = executionCourse(events);
    for (const step of steps.slice(heard)) hear(step);
    heard = steps.length;
    if (described.status !== 'RUNNING') return executionOf(described, events);
  }
}

/** The newest executions of a state machine, newest first. @throws AwsError */
export async function newest(machine: string, count: number): Promise<readonly Execution[]> {
  const states = client();
  const command = new ListExecutionsCommand({ stateMachineArn: machine, maxResults: count });
  const { executions = [] } = await asking('list the runs', () => states.send(command));
  return Promise.all(
    executions.map(async ({ executionArn = '' }) => {
      const described = await describe(states, executionArn);
      return executionOf(
        described,
        described.status === 'SUCCEEDED' ? [] : await historyOf(states, executionArn),
      );
    }),
  );
}

const describe = (states: SFNClient, executionArn: string): Promise<DescribeExecutionCommandOutput> =>
  asking('say how the run is', () => states.send(new DescribeExecutionCommand({ executionArn })));

async function historyOf(states: SFNClient, executionArn: string): Promise<readonly HistoryEvent[]> {
  const events: HistoryEvent[] = [];
  let nextToken: string | undefined;
  do {
    const request = { executionArn, maxResults: 1000, includeExecutionData: false, nextToken };
    const command = new GetExecutionHistoryCommand(request);
    const page = await asking("show the run's steps", () => states.send(command));
    events.push(...(page.events ?? []));
    nextToken = page.nextToken;
  } while (nextToken !== undefined);
  return events;
}

const words: Readonly<Record<string, string>> = {
  RUNNING: 'running',
  SUCCEEDED: 'succeeded',
  FAILED: 'failed',
  TIMED_OUT: 'timed out',
  ABORTED: 'stopped',
  PENDING_REDRIVE: 'waits to be redriven',
};

function executionOf(described: DescribeExecutionCommandOutput, events: readonly HistoryEvent[]): Execution {
  const { name = '', status = '', startDate, stopDate } = described;
  const { steps, failedIn } = executionCourse(events);
  return {
    name,
    status: words[status] ?? status.toLowerCase(),
    startedAt: startDate?.toISOString() ?? '',
    stoppedAt: status === 'RUNNING' ? null : (stopDate?.toISOString() ?? null),
    step: failedIn ?? (status === 'SUCCEEDED' ? null : (steps.at(-1)?.name ?? null)),
    ...outcomeOf(described),
  };
}
