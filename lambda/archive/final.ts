import * as z from 'zod';
import { keys } from '../archive-layout.ts';
import type { Archive } from './archive.ts';
import { readJson, writeJson } from './bytes.ts';

const mark = z.strictObject({
  schema: z.literal('smallcap-briefing-final/1'),
  session: z.iso.date(),
  /** The newest revision that was held against final prices, be it the one that they made. */
  revision: z.int(),
  at: z.iso.datetime(),
});

/**
 * Notes that a revision says what final prices say: one that was made of provisional prices stays as it is when they
 * turn out final, and nothing in it says so. @throws ArchiveError
 */
export async function noteFinal(
  archive: Archive,
  of: { readonly session: string; readonly revision: number; readonly at: string },
): Promise<void> {
  const bytes = writeJson({ schema: 'smallcap-briefing-final/1', ...of } satisfies z.infer<typeof mark>);
  await archive.update(keys.final(of.session), () => bytes);
}

/** The revision that was last held against final prices; null without one. @throws ArchiveError */
export async function finalRevision(archive: Archive, session: string): Promise<number | null> {
  const key = keys.final(session);
  const bytes = await archive.get(key);
  return bytes === null ? null : readJson(mark, bytes, archive.locate(key)).revision;
}
