import type { Archive } from '../archive/archive.ts';
import { yearEntries } from '../archive/index.ts';
import type { Revision } from '../archive/revisions.ts';
import { compareInstants } from '../calendar/new-york.ts';
import type { IndexEntry } from '../catalogue/index-entry.ts';
import { revisionChanges } from '../catalogue/revision-changes.ts';
import { yearKey } from '../catalogue/years.ts';
import type { RevisedSince } from '../rendering/view/mail-revised.ts';

/** Sessions before that are looked at. */
const lookedAt = 10;

/** Which revision of a session a reader was sent last, and when (ISO 8601 UTC); null where none was. */
export type SeenBefore = (
  session: string,
  newest: number,
) => Promise<{ revision: number; at: string } | null>;

/**
 * What was revised of the last ten sessions since the reader's last mail, beside what the reader was sent: revisions that
 * made no mail of their own. Null where nothing was, or where the reader had no mail of those sessions.
 * @throws ArchiveError
 */
export async function revisedSince(
  archive: Archive,
  session: string,
  { seen, revision }: { seen: SeenBefore; revision: (of: string, number: number) => Promise<Revision> },
): Promise<RevisedSince | null> {
  const before = await sessionsBefore(archive, session);
  let last: { readonly session: string; readonly at: string } | null = null;
  let figures = 0;
  const sessions: string[] = [];
  for (const entry of before) {
    const isOlder = () => last !== null && compareInstants(entry.publishedAt, last.at) <= 0;
    if (last !== null && (entry.revision === 1 || isOlder())) continue;
    const known = await seen(entry.session, entry.revision);
    if (known === null) continue;
    last ??= { session: entry.session, at: known.at };
    if (known.revision >= entry.revision || isOlder()) continue;
    const [mailed, newest] = await Promise.all([
      revision(entry.session, known.revision),
      revision(entry.session, entry.revision),
    ]);
    const changed = revisionChanges(mailed.report, newest.report).figures;
    if (changed === 0) continue;
    figures += changed;
    sessions.push(entry.session);
  }
  return last === null || figures === 0 ? null : { since: last.session, figures, sessions };
}

/** The published sessions before one, newest first. */
async function sessionsBefore(archive: Archive, session: string): Promise<readonly IndexEntry[]> {
  const year = yearKey(session);
  const own = (await yearEntries(archive, year)).filter((entry) => entry.session < session);
  const found =
    own.length >= lookedAt ? own : [...own, ...(await yearEntries(archive, `${Number(year) - 1}`))];
  return found.slice(0, lookedAt);
}
