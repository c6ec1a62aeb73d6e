import { isDeepStrictEqual } from 'node:util';
import { files, keys } from '../archive-layout.ts';
import { ArchiveError } from '../errors.ts';
import type { Report } from '../report/schema.ts';
import type { Archive } from './archive.ts';
import { sha256Of } from './bytes.ts';
import { readChain } from './call-chain.ts';
import { statedCall, type UnlinkedCall } from './call-record.ts';
import { readManifest } from './manifest.ts';
import { type Revision, reportRefOf } from './revisions.ts';

interface Place {
  readonly session: string;
  readonly revision: number;
}

export interface CallCheck {
  /** `intact`, `none yet`, or `broken at SESSION rN`. */
  readonly calls: string;
  readonly problems: readonly string[];
}

/**
 * Holds the record of calls against itself and against every published revision: each record must say what its report says,
 * and no revision that calls anything may lack one.
 * @param since records of earlier sessions are held against themselves alone
 * @param known calls of reports that were read already, and found to be those of their manifests, by `placeName`
 * @throws ArchiveError when a document of it cannot be read
 */
export async function checkCalls(
  archive: Archive,
  published: readonly Place[],
  since = '',
  known: ReadonlyMap<string, UnlinkedCall | null> = new Map(),
): Promise<CallCheck> {
  const { records, broken } = await readChain(archive);
  const unmatched = new Map(records.map((record) => [placeName(record), record]));
  const problems: string[] = [];
  let first = broken;
  for (const place of published) {
    const read = known.get(placeName(place));
    const call = read === undefined ? await callIn(archive, place) : read;
    if (call === 'changed') {
      unmatched.delete(placeName(place));
      continue;
    }
    const record = unmatched.get(placeName(place));
    unmatched.delete(placeName(place));
    if (call === null && record === undefined) continue;
    const where = archive.locate(keys.revision(place.session, place.revision));
    if (record === undefined) {
      problems.push(
        `${where} has no record of its call in ${archive.locate(keys.calls)}: making that session again adds it`,
      );
      continue;
    }
    const { previous: _, hash: __, ...said } = record;
    if (isDeepStrictEqual(said, call)) continue;
    first ??= place;
    problems.push(`the record of calls says of ${where} what its report does not say`);
  }
  for (const record of unmatched.values()) {
    if (record.session < since) continue;
    first ??= record;
    problems.push(`the record of calls has r${record.revision} of ${record.session}, which is not published`);
  }
  if (broken !== null)
    problems.unshift(
      `${archive.locate(keys.calls)} is broken at ${placeName(broken)}: that record, or one before it, is not as it was written`,
    );
  const calls =
    first === null ? (records.length === 0 ? 'none yet' : 'intact') : `broken at ${placeName(first)}`;
  return { calls, problems };
}

/** A revision by its name, `2025-12-31 r1`. */
export const placeName = ({ session, revision }: Place): string => `${session} r${revision}`;

/** What a published revision calls; null where it calls nothing. */
export const callStatedIn = ({ report, manifest }: Revision): UnlinkedCall | null =>
  statedCall(report, reportRefOf(manifest).sha256);

/** What a published report calls, by its bytes; null where it calls nothing. One that is gone or was changed is named elsewhere. */
async function callIn(
  archive: Archive,
  { session, revision }: Place,
): Promise<UnlinkedCall | null | 'changed'> {
  const key = keys.revision(session, revision) + files.report;
  const bytes = await archive.get(key);
  if (bytes === null) return 'changed';
  const sha256 = sha256Of(bytes);
  const manifest = await readManifest(archive, session, revision).catch(() => null);
  if (manifest?.files[files.report]?.sha256 !== sha256) return 'changed';
  try {
    // Not by its schema, which takes as long as all else here: a report that was changed is named as such.
    return statedCall(JSON.parse(Buffer.from(bytes).toString()) as Report, sha256);
  } catch (cause) {
    throw new ArchiveError(`${archive.locate(key)} is no report`, {
      cause,
      hint: 'It was changed from outside; restore it from a copy.',
    });
  }
}
