import { clockAt } from '../runtime/clock.ts';
import type { Delivered } from '../steps/deliver.ts';
import { type Resent, resend } from '../steps/resend.ts';
import type { Invocation } from './event-handler.ts';
import { resendEvent } from './events.ts';
import { lambda, type Services } from './lambda.ts';
import type { NotifiersOf } from './notifiers.ts';

type Handler<Answer> = (event: unknown, invocation: Invocation) => Promise<Answer>;

/** A handler that also takes `{"resend": {"session": …}}`, from a principal that may invoke the function. */
export function orResend(
  services: Services & { readonly notifiersOf: NotifiersOf },
  handler: Handler<Delivered>,
): Handler<Delivered | Resent> {
  const again = lambda('deliver', resendEvent, services, async (event, { archive, deployed, measure }) => {
    const notifiers = services.notifiersOf(deployed);
    const resent = await resend(event.resend, { archive, notifiers, clock: clockAt(undefined) });
    measure('mailSent', resent.sent);
    return resent;
  });
  return (event, invocation) =>
    typeof event === 'object' && event !== null && 'resend' in event
      ? again(event, invocation)
      : handler(event, invocation);
}
