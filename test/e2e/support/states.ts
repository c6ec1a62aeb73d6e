import { setTimeout as sleep } from 'node:timers/promises';
import type { Emulator } from './emulator.ts';

export interface Execution {
  readonly executionArn: string;
  readonly status: 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';
  readonly output?: string;
  readonly error?: string;
  readonly cause?: string;
}

interface HistoryEvent {
  readonly type: string;
  readonly stateExitedEventDetails?: { readonly name: string };
}

/** Step Functions of the emulator, which checks no signature: four calls want no client of their own. */
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
      await sleep(200);
    }
  }

  async run(stateMachineArn: string, input: unknown): Promise<Execution> {
    return this.end(await this.start(stateMachineArn, input));
  }

  /** Ends an execution as soon as it has left a state. It may have ended by itself, or be a step further, by then. */
  async killAfter(executionArn: string, state: string): Promise<Execution> {
    for (;;) {
      const { events } = await this.#call<{ events: readonly HistoryEvent[] }>('GetExecutionHistory', {
        executionArn,
        maxResults: 1000,
      });
      if (events.some((event) => event.stateExitedEventDetails?.name === state)) break;
      await sleep(50);
    }
    const { status } = await this.#call<Execution>('DescribeExecution', { executionArn });
    if (status === 'RUNNING') await this.#call('StopExecution', { executionArn, cause: `after ${state}` });
    return this.end(executionArn);
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
