import type { Archive } from '../archive/archive.ts';
import { linkCalls } from '../archive/call-chain.ts';
import { indexEntries } from '../archive/index.ts';
import { mapLimited } from '../archive/limited.ts';
import { newestRevisions, readRevision } from '../archive/revisions.ts';
import { counted } from '../counted.ts';
import { siteFiles } from '../rendering/site.ts';
import { updateCatalogue } from '../steps/catalogue.ts';
import { rebuild } from './rebuild.ts';

/** Revisions that are there and not in the index, as when somebody copied them in, are brought in. @returns their sessions */
export async function bringInMissing(
  archive: Archive,
  newest: ReadonlyMap<string, number>,
): Promise<string[]> {
  const missing = await missingIn(archive, newest);
  if (missing.length === 0) return [];
  const read = await mapLimited(missing, 2, ([session, revision]) =>
    readRevision(archive, session, revision),
  );
  await linkCalls(archive, read);
  await updateCatalogue(archive, read);
  return missing.map(([session]) => session);
}

async function missingIn(archive: Archive, newest: ReadonlyMap<string, number>) {
  const known = new Map((await indexEntries(archive)).map(({ session, revision }) => [session, revision]));
  return [...newest].filter(([session, revision]) => known.get(session) !== revision);
}

/** The archive is listed again after so many milliseconds. */
const patience = 2_000;

/**
 * Brings an archive's pages up to date whenever it is called: all of them when another version of the program made them,
 * otherwise those of revisions that are new.
 * @param now milliseconds
 * @param tell is called with what is done, before it begins
 */
export function freshened(
  archive: Archive,
  now: () => number,
  tell: (what: string) => void = () => {},
): () => Promise<void> {
  let last = Number.NEGATIVE_INFINITY;
  let underway: Promise<void> | undefined;
  const refresh = async () => {
    const style = [...siteFiles().keys()].at(-1)!;
    const newest = await newestRevisions(archive);
    if ((await archive.get(style)) === null) {
      tell(
        `the pages were made by another version of this program, or are not there: making them again from ${counted(newest.size, 'session')}`,
      );
      await rebuild(archive);
      tell('the pages are made');
      return;
    }
    const missing = (await missingIn(archive, newest)).map(([session]) => session);
    if (missing.length === 0) return;
    tell(`bringing in ${missing.length > 3 ? counted(missing.length, 'session') : missing.join(', ')}`);
    await bringInMissing(archive, newest);
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
