import { counted } from '../../counted.ts';
import { clockAt } from '../../runtime/clock.ts';
import { planRange } from '../../steps/plan.ts';
import { type Following, startAndFollow } from '../aws/following.ts';
import { stackCalled } from '../aws/stack.ts';
import type { Terminal } from '../terminal.ts';

export interface AwsBackfillOptions extends Following {
  readonly from: string;
  readonly to: string;
  readonly allowIncomplete?: boolean;
}

/** `aws backfill`: every session between two dates in AWS, without messages to readers. */
export async function awsBackfill(options: AwsBackfillOptions, terminal: Terminal): Promise<number> {
  const { from, to, allowIncomplete } = options;
  const sessions = planRange({ from, to }, clockAt(undefined)());
  const stack = await stackCalled(options.stack);
  terminal.print(`${counted(sessions.length, 'session')} from ${sessions[0]} to ${sessions.at(-1)}`);
  const input = { from, to, ...(allowIncomplete === true ? { allowIncomplete } : {}) };
  return startAndFollow(stack, 'BackfillMachine', input, options, terminal);
}
