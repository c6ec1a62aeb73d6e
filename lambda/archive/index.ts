import * as z from 'zod';
import { files, keys } from '../archive-layout.ts';
import { plain } from '../briefing/words/sentence.ts';
import { ArchiveError } from '../errors.ts';
import type { Report } from '../report/schema.ts';
import type { Archive } from './archive.ts';
import { readJson, writeJson } from './bytes.ts';
import type { Manifest } from './manifest.ts';

/** One session in the index, at its newest revision. */
export const indexEntry = z
  .strictObject({
    session: z.iso.date(),
    revision: z.number().int().min(1),
    edition: z.string(),
    publishedAt: z.iso.datetime(),
    simulated: z.boolean(),
    incomplete: z.boolean(),
    verdict: z.string(),
    /** Keys of the revision's files, by their names. */
    files: z.partialRecord(z.enum([files.report, files.html, files.pdf]), z.string()),
  })
  .refine(
    ({ session, revision, files: listed }) =>
      Object.entries(listed).every(([name, key]) => key === keys.revision(session, revision) + name),
    { path: ['files'], error: 'are not those of its revision' },
  );

/** `index.json`: every published session, newest first. */
export const archiveIndex = z.strictObject({
  schema: z.literal('smallcap-briefing-index/1'),
  sessions: z.array(indexEntry),
});

export type IndexEntry = z.infer<typeof indexEntry>;

export function indexEntryOf(report: Report, manifest: Manifest): IndexEntry {
  const folder = keys.revision(manifest.session, manifest.revision);
  return {
    session: manifest.session,
    revision: manifest.revision,
    edition: manifest.edition,
    publishedAt: manifest.publishedAt,
    simulated: report.marks.simulated,
    incomplete: report.marks.incomplete,
    verdict: plain(report.front.verdict),
    files: Object.fromEntries(Object.keys(manifest.files).map((name) => [name, folder + name])),
  };
}

/**
 * Brings entries into `index.json` and moves `latest.json` to the newest. An older revision never replaces a
 * newer one, so runs may report in any order; entries that are there already cost one read and no write.
 * @throws ArchiveError also when an entry is of another edition than those that are there
 */
export async function addToIndex(archive: Archive, entries: readonly IndexEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await archive.update(keys.index, (old) => {
    const known = readIndex(old, archive.locate(keys.index));
    refuseAnother(known, entries, archive.locate(keys.index));
    const sessions = merged(known, entries);
    return writeJson({ schema: 'smallcap-briefing-index/1', sessions });
  });
  await archive.update(keys.latest, (old) => {
    const known = old === null ? [] : [readJson(indexEntry, old, archive.locate(keys.latest))];
    return writeJson(merged(known, entries)[0]);
  });
}

/** The entries of an index; none when there is no index yet. @throws ArchiveError when it cannot be understood */
export function readIndex(bytes: Uint8Array | null, place: string): readonly IndexEntry[] {
  return bytes === null ? [] : readJson(archiveIndex, bytes, place).sessions;
}

/** What two runs that began in an empty archive at one time would do: the second finds the first one's edition. */
function refuseAnother(known: readonly IndexEntry[], added: readonly IndexEntry[], place: string): void {
  const held = known[0]?.edition;
  const other = added.find(({ edition }) => held !== undefined && edition !== held);
  if (other === undefined) return;
  throw new ArchiveError(
    `${place} lists the edition ${held}, and an archive holds one: r${other.revision} of ${other.session} is of ${other.edition}`,
    { hint: 'Publish each edition into an archive of its own; `archive check` names what does not belong.' },
  );
}

function merged(known: readonly IndexEntry[], added: readonly IndexEntry[]): IndexEntry[] {
  const newest = new Map<string, IndexEntry>();
  for (const entry of [...known, ...added]) {
    const other = newest.get(entry.session);
    if (other === undefined || entry.revision > other.revision) newest.set(entry.session, entry);
  }
  return [...newest.values()].sort((a, b) => (a.session < b.session ? 1 : -1));
}
