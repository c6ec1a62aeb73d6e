import { clockAt } from '../../runtime/clock.ts';
import { planSession } from '../../steps/plan.ts';
import { type Following, startAndFollow } from '../aws/following.ts';
import { stackCalled } from '../aws/stack.ts';
import type { Terminal } from '../terminal.ts';

export interface AwsRunOptions extends Following {
  readonly session?: string;
  readonly tell: boolean;
  readonly allowIncomplete?: boolean;
}

/** `aws run`: one session's run in AWS, followed to its end. Exit code 3 when the gate refused, 1 when it failed. */
export async function awsRun(options: AwsRunOptions, terminal: Terminal): Promise<number> {
  const { session, tell, allowIncomplete } = options;
  if (session !== undefined) planSession(session, clockAt(undefined)());
  const input = {
    ...(session === undefined ? {} : { session }),
    ...(tell ? {} : { tell: false }),
    ...(allowIncomplete === true ? { allowIncomplete } : {}),
  };
  return startAndFollow(await stackCalled(options.stack), 'StateMachine', input, options, terminal);
}
