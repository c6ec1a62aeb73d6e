import type { Archive } from '../archive/archive.ts';
import { addToIndex, yearEntries } from '../archive/index.ts';
import { mapLimited } from '../archive/limited.ts';
import type { Revision } from '../archive/revisions.ts';
import { parseYearData, readYearData } from '../archive/site-data.ts';
import { keys } from '../archive-layout.ts';
import { sessionLineOf } from '../catalogue/day.ts';
import { historyDayOf } from '../catalogue/history.ts';
import { indexEntryOf } from '../catalogue/index-entry.ts';
import { recordOf } from '../catalogue/record.ts';
import { dataScript } from '../catalogue/script.ts';
import { mergeYearData } from '../catalogue/year-data.ts';
import { yearFileOf } from '../catalogue/year-file.ts';
import { type Site, updateFeeds } from './feeds.ts';
import { updateFigures } from './figures.ts';
import { historiesOf, type RevisionHistories } from './histories.ts';
import { updateSite } from './site.ts';
import { addToFigureList, addToHistory, addToRecord } from './site-data.ts';

/** Sessions that are read at a time: a report has half a megabyte. */
const atATime = 6;

/**
 * Makes published revisions findable: the index for machines first, then the site. What is there already costs reads and no
 * write, so a repetition after a failure goes on where that stopped.
 * @param beside others that are read already, which pages of neighbours need
 * @throws ArchiveError
 */
export async function updateCatalogue(
  archive: Archive,
  revisions: readonly Revision[],
  site?: Site,
  beside: readonly Revision[] = [],
): Promise<void> {
  await updatePages(archive, revisions, await updateIndex(archive, revisions), site, beside);
}

/** @returns the years that changed: all of them where an older index was split @throws ArchiveError */
export function updateIndex(archive: Archive, revisions: readonly Revision[]): Promise<readonly string[]> {
  return addToIndex(
    archive,
    revisions.map(({ report, manifest }) => indexEntryOf(report, manifest)),
  );
}

/** The site, feeds and figures after their index. @param years those to look through @throws ArchiveError */
export async function updatePages(
  archive: Archive,
  revisions: readonly Revision[],
  years: readonly string[],
  site?: Site,
  beside: readonly Revision[] = [],
): Promise<void> {
  const histories = historiesOf(archive, [...revisions, ...beside]);
  const sessions = new Set(revisions.map(({ manifest }) => manifest.session));
  for (const year of years)
    for (const session of await fillYear(archive, year, histories)) sessions.add(session);
  if (sessions.size === 0) return;
  // One that fails takes nothing from the others: each is made up by the next run.
  const updates = await Promise.allSettled([
    updateSite(archive, [...sessions], histories),
    updateFeeds(archive, histories, site),
    updateFigures(archive, [...sessions], histories),
  ]);
  for (const update of updates) if (update.status === 'rejected') throw update.reason;
}

/** Brings into a year's data what its index lists and it lacks. @returns the sessions that were added */
async function fillYear(
  archive: Archive,
  year: string,
  histories: RevisionHistories,
): Promise<readonly string[]> {
  const known = await readYearData(archive, year);
  const has = new Map(known?.sessions.map(({ session, revision }) => [session, revision]));
  const lacking = (await yearEntries(archive, year)).filter(
    ({ session, revision }) => (has.get(session) ?? 0) < revision,
  );
  if (lacking.length === 0) return [];
  let head = { edition: '', title: '', year };
  const read = await mapLimited(lacking, atATime, async ({ session }) => {
    const history = await histories(session);
    const newest = history.at(-1)!;
    const { id, title } = newest.report.edition;
    head = { edition: id, title, year };
    return { newest, day: sessionLineOf(history), figures: historyDayOf(history), record: recordOf(history) };
  });
  const days = read.map(({ day }) => day);
  // Before the year's data, whose entry says that a session is in all of these.
  const writes = [
    () =>
      addToHistory(
        archive,
        read.map(({ figures }) => figures),
      ),
    () =>
      addToRecord(
        archive,
        year,
        read.map(({ record }) => record),
      ),
    () =>
      addToFigureList(
        archive,
        read.map(({ newest }) => newest),
      ),
  ];
  await mapLimited(writes, writes.length, (write) => write());
  await archive.update(keys.yearData(year), (old) =>
    Buffer.from(
      dataScript('archive.year', yearFileOf(mergeYearData(parseYearData(archive, year, old), head, days))),
    ),
  );
  return days.map(({ session }) => session);
}
