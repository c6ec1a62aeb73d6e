import type { Archive } from '../archive/archive.ts';
import { mapLimited } from '../archive/limited.ts';
import type { Revision } from '../archive/revisions.ts';
import { notAsWritten, parseFigureList, parseIndexData, parseRecord } from '../archive/site-data.ts';
import { keys } from '../archive-layout.ts';
import { figureListOf, mergeFigureLists } from '../catalogue/figure-list.ts';
import { type HistoryDay, mergeHistory, quarterOf, shards } from '../catalogue/history.ts';
import { latestOf } from '../catalogue/index-entry.ts';
import { mergeRecord, type RecordEntry } from '../catalogue/record.ts';
import { dataScript } from '../catalogue/script.ts';
import { type ArchiveIndex, mergeIndexes } from '../catalogue/years.ts';

const atATime = 4;

/** Brings sessions into the history of their figures. @throws ArchiveError */
export async function addToHistory(archive: Archive, days: readonly HistoryDay[]): Promise<void> {
  for (const [quarter, of] of Map.groupBy(days, ({ session }) => quarterOf(session)))
    await mapLimited([...shards], atATime, async (shard) => {
      const key = keys.history(quarter, shard);
      await archive.update(key, (old) => {
        const text = mergeHistory(old === null ? null : Buffer.from(old).toString(), { quarter, shard }, of);
        if (text === null) throw notAsWritten(archive.locate(key), 'history of figures');
        return Buffer.from(text);
      });
    });
}

/** Brings sessions into the record of their year. @throws ArchiveError */
export async function addToRecord(
  archive: Archive,
  year: string,
  entries: readonly RecordEntry[],
): Promise<void> {
  await archive.update(keys.record(year), (old) =>
    Buffer.from(dataScript('archive.record', mergeRecord(parseRecord(archive, year, old), year, entries))),
  );
}

/** The record of a year; nothing where there is none. @throws ArchiveError */
export async function readRecord(archive: Archive, year: string): Promise<readonly RecordEntry[]> {
  return parseRecord(archive, year, await archive.get(keys.record(year)))?.sessions ?? [];
}

/** What the figures of the newest of these reports are, unless a newer one was there. @throws ArchiveError */
export async function addToFigureList(archive: Archive, newest: readonly Revision[]): Promise<void> {
  const latest = latestOf(
    newest.map(({ report, manifest: { session, revision } }) => ({
      session,
      revision,
      simulated: report.marks.simulated,
      report,
    })),
  );
  if (latest === undefined) return;
  const ours = figureListOf(latest.report);
  await archive.update(keys.figuresData, (old) =>
    Buffer.from(dataScript('archive.list', mergeFigureLists(parseFigureList(archive, old), ours))),
  );
}

/** The index as a script: pages that were opened from a disk can read no JSON. @throws ArchiveError */
export async function updateIndexData(archive: Archive, index: ArchiveIndex): Promise<void> {
  await archive.update(keys.indexData, (old) =>
    Buffer.from(dataScript('archive.index', mergeIndexes(parseIndexData(archive, old), index))),
  );
}
