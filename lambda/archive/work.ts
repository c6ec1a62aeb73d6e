import { files, keys } from '../archive-layout.ts';
import { ArchiveError } from '../errors.ts';
import type { Archive } from './archive.ts';
import { sha256Of } from './bytes.ts';

/** Where a report and its pages lie until they are published: named by its bytes, so the same work is done once. */
export function workOf(session: string, json: Uint8Array): string {
  return keys.work(session, sha256Of(json).slice(0, 16));
}

/** Files of a report that is being made. One that is there already is the same. @throws ArchiveError */
export async function stage(
  archive: Archive,
  work: string,
  pages: ReadonlyMap<string, Uint8Array>,
): Promise<void> {
  await Promise.all([...pages].map(([name, bytes]) => archive.putNew(work + name, bytes)));
}

/** @throws ArchiveError when the report is not there */
export async function stagedReport(archive: Archive, work: string): Promise<Uint8Array> {
  const bytes = await archive.get(work + files.report);
  if (bytes !== null) return bytes;
  throw new ArchiveError(`${archive.locate(work + files.report)} is not there`, {
    hint: 'Unpublished work is cleared away after a few days: start the run again from its beginning.',
  });
}

/** What there is of a report's files, by name. @throws ArchiveError */
export async function stagedPages(archive: Archive, work: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const names = [files.report, files.html, files.pdf];
  const read = await Promise.all(names.map(async (name) => [name, await archive.get(work + name)] as const));
  return new Map(read.flatMap(([name, bytes]) => (bytes === null ? [] : [[name, bytes] as const])));
}
