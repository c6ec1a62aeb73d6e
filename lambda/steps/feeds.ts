import type { Archive } from '../archive/archive.ts';
import { readJson, writeJson } from '../archive/bytes.ts';
import { indexIn, yearEntries } from '../archive/index.ts';
import { mapLimited } from '../archive/limited.ts';
import { keys } from '../archive-layout.ts';
import {
  feedEntries,
  feedOf,
  feedState,
  type JsonFeed,
  jsonFeed,
  mergeEntries,
  siteIn,
} from '../catalogue/feed.ts';
import { type IndexEntry, mergeSessions } from '../catalogue/index-entry.ts';
import { shownTogether } from '../catalogue/year-data.ts';
import type { ArchiveIndex } from '../catalogue/years.ts';
import { atomFeed, feedEntry } from '../rendering/feed.ts';
import type { RevisionHistories } from './histories.ts';
import { putPage } from './site.ts';

/** Sessions that are read at a time: a report has half a megabyte. */
const atATime = 6;
/** Sessions in a feed. */
const shown = 30;

/**
 * Where the archive can be read on the web, without a slash at its end; null where it cannot. Undefined is not to know,
 * as of a run outside the stack that publishes into it: then the feeds go on to say what they said.
 */
export type Site = string | null | undefined;

/** The feeds, with whatever the index lists among its newest sessions and they lack. @throws ArchiveError */
export async function updateFeeds(archive: Archive, histories: RevisionHistories, site: Site): Promise<void> {
  const index = await indexIn(archive);
  if (index?.schema !== 'smallcap-briefing-index/2') return;
  const known = feedEntries(parseFeed(archive, await archive.get(keys.jsonFeed)));
  const lacking = (await newestOf(archive, index)).filter(
    (entry) =>
      !known.some(
        (of) =>
          of.session === entry.session && of.simulated === entry.simulated && of.revision >= entry.revision,
      ),
  );
  const added = await mapLimited(lacking, atATime, async ({ session }) =>
    feedEntry(await histories(session)),
  );
  let feed: JsonFeed | null = null;
  await archive.update(keys.jsonFeed, (old) => {
    const before = parseFeed(archive, old);
    const entries = mergeEntries(feedEntries(before), added);
    feed = feedOf(entries, site === undefined ? siteIn(before) : site);
    return writeJson(feed);
  });
  if (feed !== null)
    await putPage(archive, keys.atomFeed, atomFeed(feed, index.edition), feedState(feedEntries(feed)));
}

/** The site that an archive's feeds name; null where none or nothing that can be read is there. */
export async function siteOf(archive: Archive): Promise<string | null> {
  const bytes = await archive.get(keys.jsonFeed);
  const parsed = jsonFeed.safeParse(safely(bytes));
  return parsed.success ? siteIn(parsed.data) : null;
}

function safely(bytes: Uint8Array | null): unknown {
  try {
    return bytes === null ? null : JSON.parse(Buffer.from(bytes).toString());
  } catch {
    return null;
  }
}

function parseFeed(archive: Archive, bytes: Uint8Array | null): JsonFeed | null {
  return bytes === null ? null : readJson(jsonFeed, bytes, archive.locate(keys.jsonFeed));
}

/** The sessions that belong into a feed, newest first. */
async function newestOf(archive: Archive, index: ArchiveIndex): Promise<readonly IndexEntry[]> {
  const real = index.years.some((year) => year.real > 0);
  let found: readonly IndexEntry[] = [];
  for (const { year } of index.years) {
    if (found.length >= shown) break;
    const listed = await yearEntries(archive, year);
    found = [...found, ...(real ? listed.filter(({ simulated }) => !simulated) : listed)];
  }
  return mergeSessions(shownTogether(found), []).slice(0, shown);
}
