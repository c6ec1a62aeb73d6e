import { exitCodes } from '../../archive-layout.ts';
import { pseudonym } from '../../delivery/addresses.ts';
import { UsageError } from '../../errors.ts';
import { dateOf } from '../archive/choose.ts';
import { invoke } from '../aws/functions.ts';
import { stackCalled } from '../aws/stack.ts';
import { type Common, revisionOption } from '../options.ts';
import type { Terminal } from '../terminal.ts';

export interface AwsResendOptions extends Common {
  readonly stack?: string;
  readonly session: string;
  readonly revision?: string;
  readonly again?: string;
}

/** Seconds for which the function that delivers may run. */
const mayTake = 180;

/**
 * `aws resend`: the messages about a session to the readers who are not known to have got one, or to one reader once
 * more. The address itself is not sent: the function identifies readers by pseudonyms.
 */
export async function awsResend(options: AwsResendOptions, terminal: Terminal): Promise<number> {
  const { again } = options;
  const session = dateOf(options.session, '--session');
  if (again !== undefined && !/^[^\s@]+@[^\s@]+$/.test(again))
    throw new UsageError(`--again ${again} is no mail address`, {
      hint: 'Name one of the recipients, as name@example.org.',
    });
  const resend = {
    session,
    ...(options.revision === undefined ? {} : { revision: revisionOption(options.revision) }),
    ...(again === undefined ? {} : { again: pseudonym('mail', again) }),
  };
  const stack = await stackCalled(options.stack);
  const name = stack.output('DeliverFunction');
  if (again !== undefined)
    terminal.complain(
      `${terminal.styledError('yellow', 'warning:')} ${again} gets this mail whether or not it came before`,
    );
  const answer = (await invoke(name, { resend }, mayTake)) as Record<string, unknown>;
  if (typeof answer.refused === 'string') throw new UsageError(answer.refused);
  const { sent = 0, before = 0, unchanged = 0, revision } = answer;
  if (terminal.json) terminal.printJson({ status: 'delivered', exitCode: exitCodes.ok, ...answer });
  else
    terminal.print(
      `${session} r${revision}: ${sent} sent, ${before} had theirs before, ${unchanged} would have got nothing new`,
    );
  return exitCodes.ok;
}
