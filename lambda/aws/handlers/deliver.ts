import { clockAt } from '../../runtime/clock.ts';
import { deliver } from '../../steps/deliver.ts';
import { deliverEvent } from '../events.ts';
import { awsServices, lambda, type Services } from '../lambda.ts';
import { awsNotifiers, type NotifiersOf } from '../notifiers.ts';
import { orResend } from '../resend.ts';

/** Sends a published revision to every configured reader, unless the event says `tell: false`; no reader is no failure. */
export const makeHandler = (services: Services & { readonly notifiersOf: NotifiersOf }) =>
  orResend(
    services,
    lambda('deliver', deliverEvent, services, async (event, { archive, deployed, measure }) => {
      const of = { session: event.plan.session, revision: event.publish.revision };
      const notifiers = event.tell === false ? [] : services.notifiersOf(deployed);
      const delivered = await deliver(of, { archive, notifiers, clock: clockAt(undefined) });
      measure('mailSent', delivered.sent);
      return delivered;
    }),
  );

export const handler = makeHandler({ ...awsServices, notifiersOf: awsNotifiers });
