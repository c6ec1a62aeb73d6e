import { editionOf } from '../../editions/index.ts';
import { clockAt } from '../../runtime/clock.ts';
import { liveConfig } from '../../runtime/config-live.ts';
import { openLiveSource } from '../../runtime/live.ts';
import { gather } from '../../steps/gather.ts';
import { lambda } from '../lambda.ts';
import { readSecrets } from '../secrets.ts';
import { secretStores } from '../stores.ts';
import { collectEvent } from './events.ts';

/** Every series from its providers into the archive, as a snapshot; in a further look of the run only what is late. */
export const handler = lambda(
  'collect',
  collectEvent,
  async ({ plan, now, collect }, { archive, config, logger }) => {
    // Read anew for each run: a key that was changed is used by the next one, cold or warm.
    const keys = await readSecrets(config.secrets, secretStores());
    const contact = config.contact === undefined ? {} : { BRIEFING_CONTACT: config.contact };
    const live = liveConfig({ ...process.env, ...contact, ...keys });
    const source = openLiveSource({
      archive,
      config: live,
      now,
      offline: false,
      reportBug: (bug) => logger.error('a parser failed: this is a bug', bug),
    });
    const { session } = plan;
    const request = { edition: editionOf(config.edition), session, through: session, now: clockAt(now)() };
    const gathered = await gather(request, { source, archive }, collect?.snapshot);
    if (gathered.late) logger.warn('a required series is late', { missing: gathered.missing });
    return gathered;
  },
);
