import { keys } from '../archive-layout.ts';
import {
  mergeRunMonths,
  mergeRuns,
  type RunEntry,
  runDate,
  runEntry,
  runMonth,
  runRecord,
} from '../catalogue/runs.ts';
import { dataScript } from '../catalogue/script.ts';
import type { Archive } from './archive.ts';
import { readJson, writeJson } from './bytes.ts';
import { mapLimited } from './limited.ts';
import { parseMonthRuns, parseRunMonths } from './site-data.ts';

const atATime = 8;

/**
 * Writes down what became of a run, once, and brings it into its month. A run that is there already stays as it is: its
 * last step was tried again.
 * @throws ArchiveError
 */
export async function noteRun(archive: Archive, entry: RunEntry): Promise<void> {
  const key = keys.run(runDate(entry), entry.id);
  const isNew = await archive.putNew(key, recordOf(entry));
  await addRuns(archive, [isNew ? entry : ((await readRun(archive, key)) ?? entry)]);
}

/**
 * As `noteRun`, of a run without a name of its own: under the name it has, or, when another run of that name ended otherwise, the
 * name with a number.
 * @throws ArchiveError
 */
export async function noteUnnamedRun(archive: Archive, entry: RunEntry): Promise<void> {
  for (let turn = 1; ; turn += 1) {
    const named = turn === 1 ? entry : { ...entry, id: `${entry.id}-${turn}` };
    const key = keys.run(runDate(named), named.id);
    const isOurs = await archive.putNew(key, recordOf(named));
    const there = isOurs ? null : await archive.get(key);
    if (isOurs || (there !== null && Buffer.compare(there, recordOf(named)) === 0))
      return addRuns(archive, [named]);
  }
}

/**
 * The months of the ledger from what was written of each run.
 * @param but keys of runs that are in them already
 * @returns the keys of all runs
 * @throws ArchiveError
 */
export async function rebuildRuns(
  archive: Archive,
  but: ReadonlySet<string> = new Set(),
): Promise<ReadonlySet<string>> {
  const listed = await archive.list(keys.runs);
  const lacking = listed.filter((key) => !but.has(key));
  const runs = await mapLimited(lacking, atATime, (key) => readRun(archive, key));
  await addRuns(
    archive,
    runs.filter((one) => one !== null),
  );
  return new Set(listed);
}

async function addRuns(archive: Archive, runs: readonly RunEntry[]): Promise<void> {
  if (runs.length === 0) return;
  const months = Map.groupBy(runs, runMonth);
  for (const [month, of] of months)
    await archive.update(keys.monthRuns(month), (old) =>
      Buffer.from(dataScript('archive.runs', mergeRuns(parseMonthRuns(archive, month, old), month, of))),
    );
  await archive.update(keys.runMonths, (old) =>
    Buffer.from(
      dataScript('archive.months', mergeRunMonths(parseRunMonths(archive, old), [...months.keys()])),
    ),
  );
}

const recordOf = (entry: RunEntry): Uint8Array => writeJson({ schema: 'smallcap-briefing-run/1', ...entry });

async function readRun(archive: Archive, key: string): Promise<RunEntry | null> {
  const bytes = await archive.get(key);
  if (bytes === null) return null;
  const { schema: _, ...entry } = readJson(runRecord, bytes, archive.locate(key));
  return runEntry.parse(entry);
}
