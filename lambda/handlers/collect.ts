import { tna } from '../editions/tna.ts';
import { lambda } from '../runtime/aws/lambda.ts';
import { readSecrets } from '../runtime/aws/secrets.ts';
import { secretStores } from '../runtime/aws/stores.ts';
import { clockAt } from '../runtime/clock.ts';
import { type Environment, liveConfig } from '../runtime/config-live.ts';
import { openLiveSource } from '../runtime/live.ts';
import { gather } from '../steps/gather.ts';
import { collectEvent } from './events.ts';

/** Read once a container: a cold start is when a changed key is noticed. */
let secrets: Promise<Environment> | undefined;

/** Every series from its providers into the archive, as a snapshot. */
export const handler = lambda('collect', collectEvent, async ({ plan, now }, { archive, config, logger }) => {
  secrets ??= readSecrets(config.secrets, secretStores());
  const keys = await secrets.catch((error) => {
    secrets = undefined;
    throw error;
  });
  const contact = config.contact === undefined ? {} : { BRIEFING_CONTACT: config.contact };
  const live = liveConfig({ ...process.env, ...contact, ...keys });
  const source = openLiveSource({ archive, config: live, now, offline: false });
  const { session } = plan;
  const request = { edition: tna, session, through: session, now: clockAt(now)() };
  const gathered = await gather(request, { source, archive });
  if (gathered.late) logger.warn('a required series is late', { missing: gathered.missing });
  return gathered;
});
