import * as z from 'zod';
import { keys } from '../archive-layout.ts';
import { ArchiveError } from '../errors.ts';
import type { Archive } from './archive.ts';
import { readJson, writeJson } from './bytes.ts';

const ref = z.strictObject({ session: z.iso.date(), revision: z.int(), sha256: z.string() });

/** What came of writing one session of a backfill: a report that waits for its pages, or why there is none. */
const draft = z.strictObject({
  schema: z.literal('smallcap-briefing-draft/1'),
  session: z.iso.date(),
  snapshot: z.string(),
  /** As `analyse` answers; null when the gate refused. */
  answer: z
    .strictObject({
      status: z.enum(['new', 'already published']),
      revision: z.int(),
      work: z.string(),
      previous: ref.nullable(),
    })
    .nullable(),
  refused: z.strictObject({ message: z.string(), missing: z.array(z.string()) }).optional(),
});

export type StoredDraft = Omit<z.infer<typeof draft>, 'schema'>;

/** Keeps a draft; a repeated attempt writes the newer one over it. @throws ArchiveError */
export async function keepDraft(archive: Archive, execution: string, of: StoredDraft): Promise<void> {
  const bytes = writeJson({ schema: 'smallcap-briefing-draft/1', ...of } satisfies z.infer<typeof draft>);
  await archive.update(keys.draft(execution, of.session), () => bytes);
}

/** Null when that execution drafted no such session. @throws ArchiveError */
export async function findDraft(
  archive: Archive,
  execution: string,
  session: string,
): Promise<StoredDraft | null> {
  const key = keys.draft(execution, session);
  const bytes = await archive.get(key);
  return bytes === null ? null : readJson(draft, bytes, archive.locate(key));
}

/** @throws ArchiveError when it is not there */
export async function readDraft(archive: Archive, execution: string, session: string): Promise<StoredDraft> {
  const found = await findDraft(archive, execution, session);
  if (found !== null) return found;
  throw new ArchiveError(`${archive.locate(keys.draft(execution, session))} is not there`, {
    hint: 'Drafts are cleared away after a few days: start the backfill again from its beginning.',
  });
}
