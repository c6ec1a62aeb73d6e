import type { Archive } from '../archive/archive.ts';
import { readJson, writeJson } from '../archive/bytes.ts';
import { figureFile, figureFileHead, readFigureFile } from '../archive/figure-file.ts';
import { yearEntries } from '../archive/index.ts';
import { mapLimited } from '../archive/limited.ts';
import { mergeInto } from '../archive/merge.ts';
import { keys } from '../archive-layout.ts';
import { monthKey } from '../calendar/civil.ts';
import { dataPackage, mergeDataPackage, tableSchema } from '../catalogue/data-package.ts';
import { figureTable, mergeFigureTables } from '../catalogue/figure-rows.ts';
import { shownTogether } from '../catalogue/year-data.ts';
import { yearKey } from '../catalogue/years.ts';
import type { RevisionHistories } from './histories.ts';

/** Sessions that are read at a time: a report has half a megabyte. */
const atATime = 6;

/**
 * The files of figures of the months of some sessions, with whatever their index lists and they lack, and the package
 * that describes them. @throws ArchiveError
 */
export async function updateFigures(
  archive: Archive,
  sessions: readonly string[],
  histories: RevisionHistories,
): Promise<void> {
  const months = [...new Set(sessions.map(monthKey))];
  for (const month of months) await updateMonth(archive, month, histories);
  await archive.update(keys.tableSchema, () => writeJson(tableSchema));
  await archive.update(keys.dataPackage, (old) => {
    const known = old === null ? null : readJson(dataPackage, old, archive.locate(keys.dataPackage));
    return writeJson(mergeDataPackage(known, months));
  });
}

async function updateMonth(archive: Archive, month: string, histories: RevisionHistories): Promise<void> {
  const key = keys.monthFigures(month);
  const place = archive.locate(key);
  const listed = (await yearEntries(archive, yearKey(month))).filter(
    ({ session }) => monthKey(session) === month,
  );
  const wanted = shownTogether(listed);
  await mergeInto(archive, key, async (old) => {
    const head = old === null ? null : figureFileHead(old, place);
    const held = (session: string, simulated: boolean): number =>
      head?.simulated === simulated ? (head.sessions.get(session) ?? 0) : 0;
    const lacking = wanted.filter(
      ({ session, revision, simulated }) =>
        held(session, simulated) < revision && !(simulated && head?.simulated === false),
    );
    if (old !== null && lacking.length === 0) return old;
    const tables = await mapLimited(lacking, atATime, async ({ session }) =>
      figureTable((await histories(session)).at(-1)!.report),
    );
    const known = old === null ? [] : [await readFigureFile(old, place)];
    return figureFile(mergeFigureTables([...known, ...tables]));
  });
}
