import { keys } from '../archive-layout.ts';
import { type IndexEntry, indexEntry, latestOf } from '../catalogue/index-entry.ts';
import {
  type AnyIndex,
  type ArchiveIndex,
  anyIndex,
  archiveIndexOf,
  mergeIndexes,
  mergeYearIndex,
  type YearIndex,
  yearIndex,
  yearKey,
} from '../catalogue/years.ts';
import { counted } from '../counted.ts';
import { ArchiveError } from '../errors.ts';
import type { Archive } from './archive.ts';
import { readJson, writeJson } from './bytes.ts';
import { mapLimited } from './limited.ts';

/** Years that are read or written at a time. */
const atATime = 8;

/**
 * Brings entries into the indexes of their years, then those years into `index.json`, and moves `latest.json` to the
 * newest. Each is a merge under a conditional write, so any order and overlap of runs gives the same bytes; entries that
 * are there already cost reads and no write. An index from before it was split by year is split here.
 * @returns the years of the entries, and of all there are when the index was split
 * @throws ArchiveError also when an entry is of another edition than those that are there
 */
export async function addToIndex(
  archive: Archive,
  entries: readonly IndexEntry[],
): Promise<readonly string[]> {
  if (entries.length === 0) return [];
  const index = await indexIn(archive);
  if (index !== null) refuseAnother(index, entries, archive.locate(keys.index));
  const all = index?.schema === 'smallcap-briefing-index/1' ? [...index.sessions, ...entries] : entries;
  const years = [...new Set(all.map(({ session }) => yearKey(session)))];
  const merged = await mapLimited(years, atATime, (year) => addToYear(archive, year, all));
  await archive.update(keys.index, (old) => {
    const known = old === null ? null : readIndex(archive, old);
    if (known !== null) refuseAnother(known, entries, archive.locate(keys.index));
    return writeJson(mergeIndexes(known === null ? null : split(known), archiveIndexOf(merged)));
  });
  await archive.update(keys.latest, (old) => {
    const known = old === null ? [] : [readJson(indexEntry, old, archive.locate(keys.latest))];
    return writeJson(latestOf([...known, ...all]));
  });
  return years;
}

/** Every published session at its newest revision, newest first. @throws ArchiveError when an index cannot be understood */
export async function indexEntries(archive: Archive): Promise<readonly IndexEntry[]> {
  const index = await indexIn(archive);
  if (index === null) return [];
  if (index.schema === 'smallcap-briefing-index/1') return index.sessions;
  const years = await mapLimited(index.years, atATime, ({ year }) => yearEntries(archive, year));
  return years.flat();
}

/**
 * As {@link indexEntries}, for readers that must not miss one.
 * @throws ArchiveError also where a year's index has fewer than `index.json` counts
 */
export async function everyListed(archive: Archive): Promise<readonly IndexEntry[]> {
  const index = await indexIn(archive);
  if (index?.schema !== 'smallcap-briefing-index/2') return index?.sessions ?? [];
  const years = await mapLimited(index.years, atATime, (year) => everyListedOf(archive, year));
  return years.flat();
}

/**
 * As {@link yearEntries}, of a year in `index.json`.
 * @throws ArchiveError also where it has fewer sessions than are counted there
 */
export async function everyListedOf(
  archive: Archive,
  { year, sessions }: Pick<ArchiveIndex['years'][number], 'year' | 'sessions'>,
): Promise<readonly IndexEntry[]> {
  const entries = await yearEntries(archive, year);
  // A publisher adds to the year first, so one that is read after the index never has fewer.
  if (entries.length >= sessions) return entries;
  throw new ArchiveError(
    `${archive.locate(keys.yearIndex(year))} lists ${entries.length} of the ${counted(sessions, 'session')} of ${year} in ${archive.locate(keys.index)}`,
    { hint: 'It was changed or removed from outside: `archive rebuild` makes both again.' },
  );
}

/** The published sessions of a year, newest first; none without an index of it. @throws ArchiveError */
export async function yearEntries(archive: Archive, year: string): Promise<readonly IndexEntry[]> {
  return readYear(archive, year, await archive.get(keys.yearIndex(year)));
}

/** The index as it lies in the archive, split by year or not; null when there is none. @throws ArchiveError */
export async function indexIn(archive: Archive): Promise<AnyIndex | null> {
  const bytes = await archive.get(keys.index);
  return bytes === null ? null : readIndex(archive, bytes);
}

/** @returns the year's index after the update, with entries that other runs added meanwhile */
async function addToYear(archive: Archive, year: string, entries: readonly IndexEntry[]): Promise<YearIndex> {
  let merged = mergeYearIndex(year, [], []);
  await archive.update(keys.yearIndex(year), (old) => {
    merged = mergeYearIndex(year, readYear(archive, year, old), entries);
    return writeJson(merged);
  });
  return merged;
}

function readIndex(archive: Archive, bytes: Uint8Array): AnyIndex {
  return readJson(anyIndex, bytes, archive.locate(keys.index));
}

function readYear(archive: Archive, year: string, bytes: Uint8Array | null): readonly IndexEntry[] {
  return bytes === null ? [] : readJson(yearIndex, bytes, archive.locate(keys.yearIndex(year))).sessions;
}

/** Null for an old index without a session. */
function split(index: AnyIndex): ArchiveIndex | null {
  if (index.schema === 'smallcap-briefing-index/2') return index;
  if (index.sessions.length === 0) return null;
  const years = Map.groupBy(index.sessions, ({ session }) => yearKey(session));
  return archiveIndexOf([...years].map(([year, sessions]) => mergeYearIndex(year, [], sessions)));
}

/** What two runs that began in an empty archive at one time would do: the second finds the first one's edition. */
function refuseAnother(known: AnyIndex, added: readonly IndexEntry[], place: string): void {
  const held = 'edition' in known ? known.edition : known.sessions[0]?.edition;
  const other = added.find(({ edition }) => held !== undefined && edition !== held);
  if (other === undefined) return;
  throw new ArchiveError(
    `${place} lists the edition ${held}, and an archive holds one: r${other.revision} of ${other.session} is of ${other.edition}`,
    { hint: 'Publish each edition into an archive of its own; `archive check` names what does not belong.' },
  );
}
