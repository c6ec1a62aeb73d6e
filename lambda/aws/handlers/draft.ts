import { editionOf } from '../../editions/index.ts';
import { draft } from '../../steps/draft.ts';
import { draftEvent } from '../events.ts';
import { awsServices, lambda, type Services } from '../lambda.ts';
import { bugsInto } from '../observe.ts';

/** The reports of a backfill's sessions, in order, from the one collection of all: a hundred an invocation. */
export const makeHandler = (services: Services) =>
  lambda('draft', draftEvent, services, (event, { archive, config, logger }) =>
    draft(
      {
        edition: editionOf(config.edition),
        sessions: event.plan.chunks.flat(),
        from: event.draft?.next ?? 0,
        snapshot: event.collect.snapshot,
        missing: event.collect.missing,
        execution: event.execution,
        allowIncomplete: event.allowIncomplete ?? config.allowIncomplete,
        paper: config.paper,
      },
      { archive, reportBug: bugsInto(logger) },
    ),
  );

export const handler = makeHandler(awsServices);
