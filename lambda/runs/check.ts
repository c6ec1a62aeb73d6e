import type { Archive } from '../archive/archive.ts';
import { callStatedIn, checkCalls, placeName } from '../archive/call-check.ts';
import type { UnlinkedCall } from '../archive/call-record.ts';
import { indexEntries } from '../archive/index.ts';
import { mapLimited } from '../archive/limited.ts';
import { readManifest } from '../archive/manifest.ts';
import { files, keys } from '../archive-layout.ts';
import { checkRevision, collectProblem, type Published, type SharedParts } from './check-revision.ts';
import { bringInMissing } from './freshen.ts';
import { batchesOf, openPointerCheck } from './pointers.ts';

export interface ArchiveCheck {
  readonly sessions: number;
  readonly revisions: number;
  readonly files: number;
  /** State of the record of calls: `intact`, `none yet`, `broken at SESSION rN`. */
  readonly calls: string;
  /** What is wrong, one line each, naming the file. */
  readonly problems: readonly string[];
  /** What was not looked at, and why; null where everything was. */
  readonly unchecked: string | null;
  /** Sessions that were published but not in the index, and now are. */
  readonly indexed: readonly string[];
}

const remade = 'index, pages, feeds, month files and lists of runs, against what the briefings make';

/**
 * Verifies every published file against its manifest, every snapshot against its payloads, and every index and page against the
 * revisions; that all are of one edition, that the record of calls is as it was
 * written; and brings into the index what a crash left out of it. Changes nothing else. Each file is read once.
 * @param since only sessions from this date on, and no index and no page, which rest on all of them
 * @throws ArchiveError when it cannot be read at all
 */
export async function checkArchive(archive: Archive, since = ''): Promise<ArchiveCheck> {
  const listed = await archive.list('reports/');
  const all = publishedIn(listed);
  const published = all.filter(({ session }) => session >= since);
  const problems: string[] = [];
  const calls = new Map<string, UnlinkedCall | null>();
  const seen = await firstSeen(archive, published);
  const pointers = since === '' ? await openPointerCheck(archive, listed) : null;
  let checked = 0;
  for (const some of batchesOf(published)) {
    // Side by side, and what is wrong in the order of sessions.
    const looked = await mapLimited(some, 4, (one) => checkRevision(archive, one, seen));
    problems.push(...looked.flatMap((one) => one.problems));
    checked += looked.reduce((sum, one) => sum + one.files, 0);
    const sound = looked.map(({ revision }) => revision).filter((one) => one !== null);
    for (const one of sound) calls.set(placeName(one.manifest), callStatedIn(one));
    // A pointer made from a damaged revision differs, too, though it was not damaged itself.
    if (problems.length === 0) await pointers?.add(sound);
  }
  await collectProblem(problems, async () => {
    for (const { session, revision } of await indexEntries(archive))
      if (session >= since && !all.some((one) => one.session === session && one.revision === revision))
        problems.push(
          `${archive.locate(keys.index)} lists r${revision} of ${session}, which is not published`,
        );
  });
  const unchecked = uncheckedIn(problems, since);
  const newest = new Map(all.map(({ session, revision }) => [session, revision]));
  const indexed = unchecked === null ? await bringInMissing(archive, newest) : [];
  if (unchecked === null && pointers !== null) problems.push(...(await pointers.differing()));
  let record = 'not readable';
  await collectProblem(problems, async () => {
    const found = await checkCalls(archive, published, since, calls);
    problems.push(...found.problems);
    record = found.calls;
  });
  const sessions = new Set(published.map(({ session }) => session)).size;
  return {
    ...{ sessions, revisions: published.length, files: checked },
    // What two checks need and neither can read is named once.
    ...{ calls: record, problems: [...new Set(problems)], unchecked, indexed },
  };
}

function uncheckedIn(problems: readonly string[], since: string): string | null {
  if (since !== '') return `${remade}: they rest on sessions before ${since}, too`;
  return problems.length === 0 ? null : `${remade}: they rest on what is damaged; mend that first`;
}

/** The archive is of the edition of its first revision, whichever is read first; one that cannot be read is named later. */
async function firstSeen(archive: Archive, [first]: readonly Published[]): Promise<SharedParts> {
  const seen: SharedParts = { payloads: new Set(), schemas: new Set(), edition: null };
  await collectProblem([], async () => {
    if (first === undefined) return;
    seen.edition = (await readManifest(archive, first.session, first.revision))?.edition ?? null;
  });
  return seen;
}

/** Revisions that have a manifest, sessions and revisions ascending. */
function publishedIn(listed: readonly string[]): readonly Published[] {
  const folders = Map.groupBy(listed, (key) => key.slice(0, key.lastIndexOf('/')));
  return [...folders]
    .flatMap(([folder, inside]) => {
      const found = /^reports\/(\d{4}-\d{2}-\d{2})\/r([1-9]\d*)$/.exec(folder);
      const names = inside.map((key) => key.slice(folder.length + 1));
      if (found === null || !names.includes(files.manifest)) return [];
      return [{ session: found[1] ?? '', revision: Number(found[2]), names }];
    })
    .toSorted((a, b) => (a.session < b.session ? -1 : a.session > b.session ? 1 : a.revision - b.revision));
}
