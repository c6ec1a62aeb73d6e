import { clockAt } from '../../runtime/clock.ts';
import { plan } from '../../steps/plan.ts';
import { planEvent } from '../events.ts';
import { awsServices, lambda, type Services } from '../lambda.ts';

/** Which session the run is about, whether there is anything to do, and how long late data is waited for. */
export const makeHandler = (services: Services) =>
  lambda('plan', planEvent, services, (event, { archive, config }) => {
    const { deadlineMinutes, waitSeconds } = config;
    return plan({ ...event, now: clockAt(event.now)(), deadlineMinutes, waitSeconds }, { archive });
  });

export const handler = makeHandler(awsServices);
