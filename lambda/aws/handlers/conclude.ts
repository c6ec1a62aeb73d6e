import { clockAt } from '../../runtime/clock.ts';
import { conclude } from '../../steps/conclude.ts';
import { concludeEvent } from '../events.ts';
import { awsServices, lambda, type Services } from '../lambda.ts';

/** The last step of each session of a backfill, and of the backfill itself. */
export const makeHandler = (services: Services) =>
  lambda('conclude', concludeEvent, services, (event, { archive }) =>
    conclude(event, { archive, clock: clockAt(event.now) }),
  );

export const handler = makeHandler(awsServices);
