import { UsageError } from '../errors.ts';
import { clockAt } from '../runtime/clock.ts';
import type { Delivered } from '../steps/deliver.ts';
import { type Resent, resend } from '../steps/resend.ts';
import type { Invocation } from './event-handler.ts';
import { resendEvent } from './events.ts';
import { lambda, type Services } from './lambda.ts';
import type { NotifiersOf } from './notifiers.ts';

type Handler<Answer> = (event: unknown, invocation: Invocation) => Promise<Answer>;

/** Why nothing is sent again: an answer, since an error of the function would ring an alarm, and a typing slip is none. */
interface Refused {
  readonly refused: string;
}

/** A handler that also takes `{"resend": {"session": …}}`, from a principal that may invoke the function. */
export function orResend(
  services: Services & { readonly notifiersOf: NotifiersOf },
  handler: Handler<Delivered>,
): Handler<Delivered | Resent | Refused> {
  const again = lambda('deliver', resendEvent, services, async (event, { archive, deployed, measure }) => {
    const notifiers = services.notifiersOf(deployed);
    const ports = { archive, notifiers, clock: clockAt(undefined) };
    const resent = await resend(event.resend, ports).catch((error: unknown): Refused => {
      if (error instanceof UsageError) return { refused: error.message };
      throw error;
    });
    if ('refused' in resent) return resent;
    measure('mailSent', resent.sent);
    return resent;
  });
  return (event, invocation) =>
    typeof event === 'object' && event !== null && 'resend' in event
      ? again(event, invocation)
      : handler(event, invocation);
}
