import { editionOf } from '../../editions/index.ts';
import { clockAt } from '../../runtime/clock.ts';
import { liveConfig } from '../../runtime/config-live.ts';
import { openLiveSource, probeLive } from '../../runtime/live.ts';
import { probeAnswer } from '../../sources/live/probe-words.ts';
import { collectAndStore } from '../../steps/collect.ts';
import { planSession } from '../../steps/plan.ts';
import type { Invocation } from '../event-handler.ts';
import { lambda, type Room } from '../lambda.ts';
import { readSecrets } from '../secrets.ts';
import { secretStores } from '../stores.ts';
import { collectEvent, probeEvent } from './events.ts';

/** What both are given: the keys read anew, so that one that was changed is used by the next run, cold or warm. */
async function choiceOf({ archive, config, logger }: Room, now: string | undefined) {
  const keys = await readSecrets(config.secrets, secretStores());
  const contact = config.contact === undefined ? {} : { BRIEFING_CONTACT: config.contact };
  return {
    archive,
    config: liveConfig({ ...process.env, ...contact, ...keys }),
    now,
    offline: false,
    reportBug: (bug: Error) => logger.error('a parser failed: this is a bug', bug),
  };
}

const collecting = lambda('collect', collectEvent, async ({ plan: { session }, now, collect }, room) => {
  const source = openLiveSource(await choiceOf(room, now));
  const edition = editionOf(room.config.edition);
  const request = { edition, session, through: session, now: clockAt(now)() };
  const collected = await collectAndStore(request, { source, archive: room.archive }, collect?.snapshot);
  if (collected.late) room.logger.warn('a required series is late', { missing: collected.missing });
  return collected;
});

const probing = lambda('collect', probeEvent, async ({ now: set }, room) => {
  const now = clockAt(set)();
  const session = planSession(undefined, now);
  const edition = editionOf(room.config.edition);
  const all = await probeLive(await choiceOf(room, set), { edition, session, through: session, now });
  return { session, ...probeAnswer(all) };
});

/**
 * Every series from its providers into the archive, as a snapshot; in a further look of the run only what is late. Given
 * `{"probe": true}` it asks each source for one series and answers with what came back, and what that means.
 */
export const handler = (event: unknown, invocation: Invocation) =>
  typeof event === 'object' && event !== null && 'probe' in event
    ? probing(event, invocation)
    : collecting(event, invocation);
