import { setTimeout as sleep } from 'node:timers/promises';
import type { Emulator } from './emulator.ts';

export interface Execution {
  readonly executionArn: string;
  readonly status: 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';
  readonly output?: string;
  readonly error?: string;
  readonly cause?: string;
}

/** How the items of a distributed map went. */
export interface MapRun {
  readonly mapRunArn: string;
  readonly maxConcurrency: number;
  readonly itemCounts: { readonly total: number; readonly succeeded: number; readonly failed: number };
}

/** A state that an execution entered or left, and when, in milliseconds since 1970. */
export interface Passage {
  readonly at: number;
  readonly entered: string | undefined;
  readonly left: string | undefined;
}

interface HistoryEvent {
  readonly timestamp: number | string;
  readonly stateEnteredEventDetails?: { readonly name: string };
  readonly stateExitedEventDetails?: { readonly name: string };
}

interface Described {
  readonly definition: string;
  readonly roleArn: string;
}

interface Definition {
  readonly States: Record<string, { Next?: string; Resource?: string; [field: string]: unknown }>;
}

/** A state at which a machine waits, and for how many seconds. */
const halt = { name: 'Halt', seconds: 600 };

/** Step Functions of the emulator, which checks no signature: a few calls want no client of their own. */
export class States {
  readonly #endpoint: string;

  constructor({ endpoint }: Emulator) {
    this.#endpoint = endpoint;
  }

  async start(stateMachineArn: string, input: unknown): Promise<string> {
    const { executionArn } = await this.#call<Execution>('StartExecution', {
      stateMachineArn,
      input: JSON.stringify(input),
    });
    return executionArn;
  }

  /** Waits for an execution to end. */
  async end(executionArn: string): Promise<Execution> {
    for (;;) {
      const execution = await this.#call<Execution>('DescribeExecution', { executionArn });
      if (execution.status !== 'RUNNING') return execution;
      await sleep(50);
    }
  }

  async run(stateMachineArn: string, input: unknown): Promise<Execution> {
    return this.end(await this.start(stateMachineArn, input));
  }

  /**
   * Runs a state machine and stops it between two of its states: the execution is of a copy that waits after
   * the first of them. Stopped in the machine itself the second would often have begun already, and nothing stops a
   * function that is under way.
   */
  async runUntilAfter(stateMachineArn: string, state: string, input: unknown): Promise<Execution> {
    const executionArn = await this.start(await this.#haltingAfter(stateMachineArn, state), input);
    while (!(await this.history(executionArn)).some(({ entered }) => entered === halt.name)) {
      const { status } = await this.#call<Execution>('DescribeExecution', { executionArn });
      if (status !== 'RUNNING') throw new Error(`the execution ${status} before it had passed ${state}`);
      await sleep(50);
    }
    await this.#call('StopExecution', { executionArn, cause: `killed after ${state}` });
    return this.end(executionArn);
  }

  /** Which states an execution entered and left, and when. */
  async history(executionArn: string): Promise<readonly Passage[]> {
    const { events } = await this.#call<{ events: readonly HistoryEvent[] }>('GetExecutionHistory', {
      executionArn,
      maxResults: 1000,
    });
    return events.map(({ timestamp, stateEnteredEventDetails, stateExitedEventDetails }) => ({
      at: typeof timestamp === 'number' ? timestamp * 1000 : Date.parse(timestamp),
      entered: stateEnteredEventDetails?.name,
      left: stateExitedEventDetails?.name,
    }));
  }

  /** The map runs of an execution. */
  async mapRuns(executionArn: string): Promise<readonly MapRun[]> {
    const { mapRuns } = await this.#call<{ mapRuns: readonly { mapRunArn: string }[] }>('ListMapRuns', {
      executionArn,
    });
    return Promise.all(mapRuns.map(({ mapRunArn }) => this.#call<MapRun>('DescribeMapRun', { mapRunArn })));
  }

  /** Bytes of the largest state that an execution, or a child of its map runs, was handed or handed on. */
  async largestState(executionArn: string): Promise<number> {
    const runs = await this.mapRuns(executionArn);
    const children = await Promise.all(
      runs.map(({ mapRunArn }) =>
        this.#call<{ executions: readonly Execution[] }>('ListExecutions', { mapRunArn, maxResults: 1000 }),
      ),
    );
    const all = [
      executionArn,
      ...children.flatMap(({ executions }) => executions.map((one) => one.executionArn)),
    ];
    const sizes = await Promise.all(all.map((arn) => this.#largestOf(arn)));
    return Math.max(...sizes);
  }

  async #largestOf(executionArn: string): Promise<number> {
    const history: readonly string[] = await this.#documents(executionArn);
    return Math.max(0, ...history.map((document) => Buffer.byteLength(document)));
  }

  async #documents(executionArn: string): Promise<string[]> {
    const { input = '', output = '' } = await this.#call<Execution & { input?: string }>(
      'DescribeExecution',
      {
        executionArn,
      },
    );
    const { events } = await this.#call<{ events: readonly Record<string, unknown>[] }>(
      'GetExecutionHistory',
      {
        executionArn,
        maxResults: 1000,
      },
    );
    const inEvents = events.flatMap((event) =>
      Object.values(event).flatMap((details) =>
        typeof details === 'object' && details !== null
          ? Object.entries(details).flatMap(([name, value]) =>
              /^(input|output)$/.test(name) && typeof value === 'string' ? [value] : [],
            )
          : [],
      ),
    );
    return [input, output, ...inEvents];
  }

  /** The name of the function that a state calls. */
  async functionOf(stateMachineArn: string, state: string): Promise<string> {
    const { machine } = await this.#describe(stateMachineArn);
    const name = machine.States[state]?.Resource?.split(':').at(-1);
    if (name === undefined) throw new Error(`the state machine has no ${state} that calls a function`);
    return name;
  }

  async #describe(stateMachineArn: string): Promise<{ machine: Definition; roleArn: string }> {
    const { definition, roleArn } = await this.#call<Described>('DescribeStateMachine', { stateMachineArn });
    return { machine: JSON.parse(definition), roleArn };
  }

  async #haltingAfter(stateMachineArn: string, state: string): Promise<string> {
    const { machine, roleArn } = await this.#describe(stateMachineArn);
    const from = machine.States[state];
    if (from?.Next === undefined)
      throw new Error(`the state machine has no ${state} with something after it`);
    machine.States[halt.name] = { Type: 'Wait', Seconds: halt.seconds, Next: from.Next };
    from.Next = halt.name;
    const made = await this.#call<{ stateMachineArn: string }>('CreateStateMachine', {
      name: `halting-after-${state}`,
      definition: JSON.stringify(machine),
      roleArn,
    });
    return made.stateMachineArn;
  }

  async #call<T>(action: string, body: unknown): Promise<T> {
    const response = await fetch(this.#endpoint, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.0',
        'x-amz-target': `AWSStepFunctions.${action}`,
        authorization:
          'AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/states/aws4_request, SignedHeaders=host, Signature=0',
      },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${action}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  }
}
