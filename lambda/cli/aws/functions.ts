import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { askingOnce, patience } from '../../aws/client-defaults.ts';
import { AwsError } from '../../errors.ts';
import { asking } from './failure.ts';

/**
 * Calls a function of the stack and waits for its answer: once, since what it does may not be done twice.
 * @param seconds for which it may run
 * @throws AwsError with the function's own words when it fails
 */
export async function invoke(name: string, event: unknown, seconds: number): Promise<unknown> {
  const requestHandler = patience((seconds + 15) * 1000);
  const client = new LambdaClient({ ...askingOnce, requestHandler });
  const command = new InvokeCommand({ FunctionName: name, Payload: Buffer.from(JSON.stringify(event)) });
  const { FunctionError, Payload } = await asking('call the function', () => client.send(command));
  const answer: unknown = JSON.parse(Buffer.from(Payload ?? []).toString('utf8') || 'null');
  if (FunctionError === undefined) return answer;
  const { errorType = FunctionError, errorMessage = 'it says nothing' } = (answer ?? {}) as {
    errorType?: string;
    errorMessage?: string;
  };
  throw new AwsError(`${errorMessage} (${errorType})`, {
    hint: 'The log of the function says more; docs/runbook.md says what to do about each error.',
  });
}
