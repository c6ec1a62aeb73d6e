import { editionOf } from '../../editions/index.ts';
import { analyseStored } from '../../steps/analyse.ts';
import { analyseDrafted } from '../../steps/draft.ts';
import { analyseEvent } from '../events.ts';
import { awsServices, lambda, type Services } from '../lambda.ts';
import { bugsInto } from '../observe.ts';

/** A stored snapshot becomes a report; in a backfill it is drafted already. */
export const makeHandler = (services: Services) =>
  lambda('analyse', analyseEvent, services, (event, context) => {
    const { collect, execution = '', publish } = event;
    const input = {
      edition: editionOf(context.config.edition),
      session: event.plan.session,
      after: publish?.status === 'taken' ? publish.revision : 0,
      allowIncomplete: event.allowIncomplete ?? context.config.allowIncomplete,
      paper: context.config.paper,
    };
    return collect === undefined
      ? analyseDrafted({ ...input, execution }, context)
      : analyseStored({ ...input, ...collect }, { ...context, reportBug: bugsInto(context.logger) });
  });

export const handler = makeHandler(awsServices);
