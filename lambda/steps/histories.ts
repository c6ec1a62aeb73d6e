import type { Archive } from '../archive/archive.ts';
import { mapLimited } from '../archive/limited.ts';
import { type Revision, readRevision, revisionsOf } from '../archive/revisions.ts';

/** Every published revision of a session, ascending. */
export type RevisionHistories = (session: string) => Promise<readonly Revision[]>;

/** Reads revisions from the archive, except for those at hand. */
export function historiesOf(archive: Archive, given: readonly Revision[]): RevisionHistories {
  const at = (session: string, revision: number) => `${session}/${revision}`;
  const hand = new Map(given.map((one) => [at(one.manifest.session, one.manifest.revision), one]));
  return async (session) => {
    const numbers = await revisionsOf(archive, session);
    return mapLimited(
      [...numbers],
      2,
      async (revision) => hand.get(at(session, revision)) ?? readRevision(archive, session, revision),
    );
  };
}
