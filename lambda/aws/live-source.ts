import { liveConfig } from '../runtime/config-live.ts';
import { type LiveChoice, openLiveSource } from '../runtime/live.ts';
import type { Source } from '../sources/source.ts';
import type { HandlerContext } from './lambda.ts';
import { bugsInto } from './observe.ts';
import { readSecrets } from './secrets.ts';
import { secretStores } from './stores.ts';

/** Opens the source that a run collects from, whose clock is set to `now` if it is given. */
export type OpenSource = (
  context: Pick<HandlerContext, 'archive' | 'config' | 'logger'>,
  now: string | undefined,
) => Promise<Source>;

export const openProviders: OpenSource = async (context, now) =>
  openLiveSource(await liveChoice(context, now));

/** How the providers are asked. Keys are read again: one that was changed is used by the next run, cold or warm. */
export async function liveChoice(
  { archive, config, logger }: Parameters<OpenSource>[0],
  now: string | undefined,
): Promise<LiveChoice> {
  const keys = await readSecrets(config.secrets, secretStores());
  const contact = config.contact === undefined ? {} : { BRIEFING_CONTACT: config.contact };
  return {
    archive,
    config: liveConfig({ ...process.env, ...contact, ...keys }),
    now,
    offline: false,
    reportBug: bugsInto(logger),
  };
}
