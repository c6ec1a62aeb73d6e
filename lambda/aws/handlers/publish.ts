import { buildName } from '../../runtime/build-name.ts';
import { clockAt } from '../../runtime/clock.ts';
import { publishStaged } from '../../steps/publish.ts';
import { publishEvent } from '../events.ts';
import { awsServices, lambda, type Services } from '../lambda.ts';

/** The staged pages become a revision that can be found; one that is there already is made findable. */
export const makeHandler = (services: Services) =>
  lambda('publish', publishEvent, services, (event, { archive, config, deployed, measure }) =>
    publishStaged(
      {
        session: event.plan.session,
        analysis: event.analyse,
        pdfFailed: event.renderFailure !== undefined,
        scheduledTime: event.scheduledTime,
        paper: config.paper,
        code: buildName(deployed.code),
        site: config.site ?? null,
      },
      { archive, measure, clock: clockAt(event.now) },
    ),
  );

export const handler = makeHandler(awsServices);
