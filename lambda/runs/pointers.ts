import type { Archive } from '../archive/archive.ts';
import { sha256Of } from '../archive/bytes.ts';
import { mapLimited } from '../archive/limited.ts';
import { readManifest } from '../archive/manifest.ts';
import { readReport } from '../archive/report-file.ts';
import type { Revision } from '../archive/revisions.ts';
import { rebuildRuns } from '../archive/run-ledger.ts';
import { files, keys } from '../archive-layout.ts';
import { monthKey } from '../calendar/civil.ts';
import { counted } from '../counted.ts';
import { updateCatalogue } from '../steps/catalogue.ts';
import { siteOf } from '../steps/feeds.ts';

/** Sessions whose reports are in memory at a time, of whole months where a month has no more. */
const batch = 50;

/** What is written once. */
const hashed = /^(reports\/[^/]+\/r\d+|snapshots|runs)\//;

/**
 * Documents that move, and files of the site, that are not what publishing makes of the revisions: everything is made again in
 * memory and compared byte for byte. Revisions are taken to be sound.
 * @param newest the newest revision of each session
 * @param hear is given each of them as it is read
 * @returns a line for each that differs, with the place of its first byte that does, and one for all that lack
 * @throws ArchiveError
 */
export async function differingPointers(
  archive: Archive,
  newest: ReadonlyMap<string, number>,
  hear: (revision: Revision) => void = () => undefined,
): Promise<readonly string[]> {
  const made = new Map<string, Uint8Array>();
  const memory = inMemory(archive, made);
  // Where the archive is read is in no revision.
  const site = await siteOf(archive);
  const sessions = [...newest.keys()].sort();
  for (const some of batchesOf(sessions)) {
    const revisions = await mapLimited(some, 6, (session) =>
      read(archive, session, newest.get(session) ?? 1),
    );
    const sound = revisions.filter((one) => one !== null);
    sound.forEach(hear);
    await updateCatalogue(memory, sound, site);
  }
  await rebuildRuns(memory);
  const found = await mapLimited([...made], 6, async ([key, bytes]) => {
    const there = await archive.get(key);
    return { place: archive.locate(key), there, bytes };
  });
  const differing = found.map(({ place, there, bytes }) =>
    there === null ? null : differsAt(place, there, bytes),
  );
  const lacking = found.filter(({ there }) => there === null).map(({ place }) => place);
  return [...lackingInWords(lacking), ...differing.filter((one) => one !== null)];
}

/** Whole months together: the files of a month are then made once. */
function batchesOf(sessions: readonly string[]): readonly (readonly string[])[] {
  const batches: string[][] = [];
  for (const month of Map.groupBy(sessions, monthKey).values())
    for (let from = 0; from < month.length; from += batch) {
      const some = month.slice(from, from + batch);
      const last = batches.at(-1);
      if (last === undefined || last.length + some.length > batch) batches.push(some);
      else last.push(...some);
    }
  return batches;
}

/** One line however many lack: an archive of an earlier version of the program lacks dozens. */
function lackingInWords([first, ...others]: readonly string[]): readonly string[] {
  if (first === undefined) return [];
  return others.length === 0
    ? [`${first} is not there: \`archive rebuild\` makes it again`]
    : [`${first} and ${counted(others.length, 'other')} are not there: \`archive rebuild\` makes them again`];
}

/** Null for one that is damaged, which is named elsewhere. */
async function read(archive: Archive, session: string, revision: number): Promise<Revision | null> {
  const manifest = await readManifest(archive, session, revision);
  const key = keys.revision(session, revision) + files.report;
  const bytes = await archive.get(key);
  if (manifest === null || bytes === null || sha256Of(bytes) !== manifest.files[files.report]?.sha256)
    return null;
  return { manifest, report: readReport(bytes, archive.locate(key)) };
}

function differsAt(place: string, found: Uint8Array, wanted: Uint8Array): string | null {
  if (Buffer.compare(found, wanted) === 0) return null;
  const at = wanted.findIndex((byte, index) => byte !== found[index]);
  return `${place} is not what its revisions make, from byte ${at < 0 ? wanted.length : at} on: it was changed, or another version of the code made it; \`archive rebuild\` makes it again`;
}

/** The archive as if no document that moves were there; what is written goes into `made`. */
function inMemory(archive: Archive, made: Map<string, Uint8Array>): Archive {
  return {
    locate: (key) => archive.locate(key),
    get: async (key) => made.get(key) ?? (hashed.test(key) ? archive.get(key) : null),
    list: (prefix) => archive.list(prefix),
    putNew: async (key, bytes) => {
      made.set(key, bytes);
      return true;
    },
    publish: async () => false,
    update: async (key, change) => {
      made.set(key, change(made.get(key) ?? null));
    },
  };
}
