import * as z from 'zod';
import { keys } from '../archive-layout.ts';
import type { Archive } from './archive.ts';
import { readJson, writeJson } from './bytes.ts';
import { mapLimited } from './limited.ts';

const failed = z.strictObject({
  schema: z.literal('smallcap-briefing-backfill-failure/1'),
  session: z.iso.date(),
  /** What went wrong, a sentence each. */
  failures: z.array(z.string()).readonly(),
});

export type FailedSession = Omit<z.infer<typeof failed>, 'schema'>;

/** How many are read at a time. */
const atATime = 10;

/** Keeps what went wrong with one session: in the state of a backfill there is no room for thousands. @throws ArchiveError */
export async function keepFailure(archive: Archive, execution: string, of: FailedSession): Promise<void> {
  const bytes = writeJson({
    schema: 'smallcap-briefing-backfill-failure/1',
    ...of,
  } satisfies z.infer<typeof failed>);
  await archive.update(`${keys.backfill(execution)}${of.session}.json`, () => bytes);
}

/** All that went wrong in a backfill, by session. @throws ArchiveError */
export async function failuresIn(archive: Archive, execution: string): Promise<readonly FailedSession[]> {
  const kept = await archive.list(keys.backfill(execution));
  return mapLimited([...kept], atATime, async (key) =>
    readJson(failed, (await archive.get(key)) ?? new Uint8Array(), archive.locate(key)),
  );
}
