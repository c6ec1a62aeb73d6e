import type { Archive } from '../archive/archive.ts';
import { readSnapshot, type SnapshotDocument } from '../archive/snapshots.ts';

/** What an archive holds of a session, by where it came from. */
export type Origin = 'providers' | 'files' | 'simulated' | 'another edition';

/** Sessions that an archive has snapshots of, ascending, with the origin of the newest snapshot of each. */
export interface Holding {
  readonly session: string;
  readonly origin: Origin;
}

/** Snapshots that are looked into, the newest sessions first: enough to say what kind of archive it is. */
const most = 40;

/** What lies in an archive, for a message that must say it. The session asked for is always among what is looked at. */
export async function holdingsOf(
  archive: Archive,
  edition: string,
  session: string,
): Promise<readonly Holding[]> {
  const named = (await archive.list('snapshots/')).flatMap((key) => {
    const match = /^snapshots\/(\d{4}-\d{2}-\d{2})\/([^/]+)\/snapshot\.json$/.exec(key);
    return match === null ? [] : [{ session: match[1] ?? '', id: match[2] ?? '' }];
  });
  const newest = named.toSorted((a, b) => (a.session < b.session ? 1 : -1)).slice(0, most);
  const looked = new Set([...named.filter((one) => one.session === session), ...newest]);
  const documents = await Promise.all([...looked].map((one) => readSnapshot(archive, one.session, one.id)));
  return documents
    .filter((document) => document !== null)
    .map((document) => ({ session: document.session, origin: originOf(document, edition) }))
    .toSorted((a, b) => (a.session < b.session ? -1 : 1));
}

function originOf({ simulated, edition: of, payloads }: SnapshotDocument, edition: string): Origin {
  if (simulated) return 'simulated';
  if (of !== edition) return 'another edition';
  return payloads.every(({ source }) => source === 'folder') ? 'files' : 'providers';
}
