import type { Archive } from '../archive/archive.ts';
import { sha256Of } from '../archive/bytes.ts';
import { type Manifest, type ReportRef, readManifest } from '../archive/manifest.ts';
import { reportRefOf } from '../archive/revisions.ts';
import { files, keys } from '../archive-layout.ts';

/** What an archive says of the digits at the foot of a mail. */
export interface Proof {
  readonly session: string;
  readonly revision: number;
  /** SHA-256 of its report, whole. */
  readonly sha256: string;
  readonly publishedAt: string;
  /** The reports that it rests on, each compared with the one before: newest first, itself among them. */
  readonly chain: readonly ReportRef[];
  /** The first report on the way back that is not the one that was published; null where all are. */
  readonly broken: { readonly place: string; readonly why: 'not there' | 'changed' } | null;
}

/**
 * Finds the revision whose report has a SHA-256 that begins so, hashes the report, and walks back from each report to the one that it
 * was compared with, which it names by its hash: who changes one must change every later one.
 * @param digits at least 12 hexadecimal digits
 * @returns null when no revision has it @throws ArchiveError
 */
export async function proveDigest(archive: Archive, digits: string): Promise<Proof | null> {
  const found = await manifestOf(archive, digits.toLowerCase());
  if (found === null) return null;
  const chain: ReportRef[] = [];
  let broken: Proof['broken'] = null;
  for (let ref: ReportRef | null = reportRefOf(found); ref !== null && broken === null; ) {
    chain.push(ref);
    broken = await faultOf(archive, ref);
    ref = (await readManifest(archive, ref.session, ref.revision))?.previous ?? null;
  }
  const { session, revision, publishedAt } = found;
  return { session, revision, sha256: chain[0]?.sha256 ?? '', publishedAt, chain, broken };
}

/** Newest first: a mail that is asked about is mostly a late one. */
async function manifestOf(archive: Archive, digits: string): Promise<Manifest | null> {
  const listed = (await archive.list('reports/')).flatMap((key) => {
    const found = /^reports\/(\d{4}-\d{2}-\d{2})\/r([1-9]\d*)\/manifest\.json$/.exec(key);
    return found === null ? [] : [{ session: found[1] ?? '', revision: Number(found[2]) }];
  });
  for (const { session, revision } of listed.toReversed()) {
    const manifest = await readManifest(archive, session, revision);
    if (manifest !== null && reportRefOf(manifest).sha256.startsWith(digits)) return manifest;
  }
  return null;
}

async function faultOf(archive: Archive, { session, revision, sha256 }: ReportRef): Promise<Proof['broken']> {
  const key = keys.revision(session, revision) + files.report;
  const bytes = await archive.get(key);
  const place = archive.locate(key);
  if (bytes === null) return { place, why: 'not there' };
  return sha256Of(bytes) === sha256 ? null : { place, why: 'changed' };
}
