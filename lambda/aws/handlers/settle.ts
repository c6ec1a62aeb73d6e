import { clockAt } from '../../runtime/clock.ts';
import { settle } from '../../steps/settle.ts';
import { settleEvent } from '../events.ts';
import { awsServices, lambda, type Services } from '../lambda.ts';

/** The last step of every run: into the ledger. What went wrong on the way fails it now, when everything good is saved. */
export const makeHandler = (services: Services) =>
  lambda('settle', settleEvent, services, async (event, { archive, logger, measure }) => {
    const settled = await settle(event, { archive, measure, clock: clockAt(event.now) });
    logger.info('settled', { session: event.plan?.session, ...settled });
    return settled;
  });

export const handler = makeHandler(awsServices);
