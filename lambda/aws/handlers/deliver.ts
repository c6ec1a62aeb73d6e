import type { Notifier } from '../../delivery/notifier.ts';
import { clockAt } from '../../runtime/clock.ts';
import { deliver } from '../../steps/deliver.ts';
import { awsServices, lambda, type Services } from '../lambda.ts';
import { awsNotifiers } from '../notifiers.ts';
import type { Deployed } from '../settings.ts';
import { deliverEvent } from './events.ts';

/**
 * A published revision to everybody who is configured, unless the event says `tell: false`. With nobody configured
 * nothing is sent and nothing fails.
 */
export const makeHandler = (services: Services & { notifiersOf: (of: Deployed) => readonly Notifier[] }) =>
  lambda('deliver', deliverEvent, services, async (event, { archive, deployed, measure }) => {
    const of = { session: event.plan.session, revision: event.publish.revision };
    const notifiers = event.tell === false ? [] : services.notifiersOf(deployed);
    const delivered = await deliver(of, { archive, notifiers, clock: clockAt(undefined) });
    measure('mailSent', delivered.sent);
    return delivered;
  });

export const handler = makeHandler({ ...awsServices, notifiersOf: awsNotifiers });
