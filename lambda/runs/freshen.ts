import type { Archive } from '../archive/archive.ts';
import { linkCalls } from '../archive/call-chain.ts';
import { indexEntries } from '../archive/index.ts';
import { mapLimited } from '../archive/limited.ts';
import { newestRevisions, readRevision } from '../archive/revisions.ts';
import { siteFiles } from '../rendering/site.ts';
import { updateCatalogue } from '../steps/catalogue.ts';
import { rebuild } from './rebuild.ts';

/** Revisions that are there and not in the index, as when somebody copied them in, are brought in. @returns their sessions */
export async function bringInMissing(
  archive: Archive,
  newest: ReadonlyMap<string, number>,
): Promise<string[]> {
  const known = new Map((await indexEntries(archive)).map(({ session, revision }) => [session, revision]));
  const missing = [...newest].filter(([session, revision]) => known.get(session) !== revision);
  const read = await mapLimited(missing, 2, ([session, revision]) =>
    readRevision(archive, session, revision),
  );
  await linkCalls(archive, read);
  await updateCatalogue(archive, read);
  return missing.map(([session]) => session);
}

/** The archive is listed again after so many milliseconds. */
const patience = 2_000;

/**
 * Brings an archive's pages up to date whenever it is called: all of them when another version of the program made them,
 * otherwise those of revisions that are new.
 * @param now milliseconds
 */
export function freshened(archive: Archive, now: () => number): () => Promise<void> {
  let last = Number.NEGATIVE_INFINITY;
  let underway: Promise<void> | undefined;
  const refresh = async () => {
    const style = [...siteFiles().keys()].at(-1)!;
    if ((await archive.get(style)) === null) await rebuild(archive);
    else await bringInMissing(archive, await newestRevisions(archive));
  };
  return () => {
    if (underway !== undefined) return underway;
    if (now() - last < patience) return Promise.resolve();
    underway = refresh().finally(() => {
      underway = undefined;
      last = now();
    });
    return underway;
  };
}
