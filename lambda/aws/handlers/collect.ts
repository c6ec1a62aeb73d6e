import { editionOf } from '../../editions/index.ts';
import { clockAt } from '../../runtime/clock.ts';
import { collectAndStore } from '../../steps/collect.ts';
import { collectEvent } from '../events.ts';
import { awsServices, lambda, type Services } from '../lambda.ts';
import { type OpenSource, openProviders } from '../live-source.ts';
import { orProbe } from '../probe.ts';

/** Every series from its source into the archive, as a snapshot; in a further attempt of the run only what is late. */
export const makeHandler = (services: Services & { readonly openSource: OpenSource }) =>
  lambda('collect', collectEvent, services, async ({ plan: { session }, now, collect }, context) => {
    const { archive, config, logger } = context;
    const source = await services.openSource(context, now);
    const request = { edition: editionOf(config.edition), session, through: session, now: clockAt(now)() };
    const collected = await collectAndStore(request, { source, archive }, collect);
    if (collected.late) logger.warn('a required series is late', { missing: collected.missing });
    return collected;
  });

export const handler = orProbe(makeHandler({ ...awsServices, openSource: openProviders }));
