import type { Archive } from '../archive/archive.ts';
import { mapLimited } from '../archive/limited.ts';
import { newestRevisions, readRevision } from '../archive/revisions.ts';
import { rebuildRuns } from '../archive/run-ledger.ts';
import { updateCatalogue } from '../steps/catalogue.ts';
import { type Site, siteOf } from '../steps/feeds.ts';

/** Sessions whose reports are in memory at a time. */
const batch = 100;

/** What never changes once it is written; all else that a rebuild writes is a pointer. */
const immutable = /^(reports\/[^/]+\/r\d+|snapshots|site|schema|calls|runs)\//;

/**
 * All pointers of an archive, from its revisions alone, whatever they said before: the index, the data and the pages of
 * the site, byte for byte what publishing made of them; and the months of the run ledger, from what was written of each run. A briefing that is published meanwhile is brought in at the end.
 * @returns how many sessions there are
 * @throws ArchiveError when a revision cannot be read
 */
export async function rebuild(archive: Archive): Promise<{ readonly sessions: number }> {
  const blank = forgetful(archive);
  // Where the archive is read is in no revision: the feeds go on to say it.
  const site = await siteOf(archive);
  const newest = await newestRevisions(archive);
  const sessions = [...newest.keys()].sort();
  for (let from = 0; from < sessions.length; from += batch)
    await bringIn(blank, sessions.slice(from, from + batch), newest, site);
  const after = await newestRevisions(archive);
  const missed = [...after.keys()].filter((session) => after.get(session) !== newest.get(session));
  await bringIn(archive, missed, after, site);
  await rebuildRuns(archive, await rebuildRuns(blank));
  return { sessions: after.size };
}

async function bringIn(
  archive: Archive,
  sessions: readonly string[],
  newest: ReadonlyMap<string, number>,
  site: Site,
): Promise<void> {
  const revisions = await mapLimited([...sessions], 6, (session) =>
    readRevision(archive, session, newest.get(session) ?? 1),
  );
  await updateCatalogue(archive, revisions, site);
}

/** The archive as if no pointer were there, until one is written. */
function forgetful(archive: Archive): Archive {
  const written = new Set<string>();
  const known = (key: string) => immutable.test(key) || written.has(key);
  return {
    locate: (key) => archive.locate(key),
    get: async (key) => (known(key) ? archive.get(key) : null),
    list: (prefix) => archive.list(prefix),
    putNew: (key, bytes) => archive.putNew(key, bytes),
    publish: (...revision) => archive.publish(...revision),
    update: async (key, change) => {
      const first = !known(key);
      await archive.update(key, (old) => change(first ? null : old));
      written.add(key);
    },
  };
}
