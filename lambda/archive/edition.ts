import { files, keys } from '../archive-layout.ts';
import { indexEntry } from '../catalogue/index-entry.ts';
import { UsageError } from '../errors.ts';
import type { Archive } from './archive.ts';
import { readJson } from './bytes.ts';
import { manifest } from './manifest.ts';

/**
 * An archive holds one edition: its sessions are numbered without one.
 * @param edition the id of the one that is about to be collected
 * @throws UsageError when briefings of another one are published there @throws ArchiveError
 */
export async function checkEdition(archive: Archive, edition: string): Promise<void> {
  const held = await editionIn(archive);
  if (held === null || held === edition) return;
  throw new UsageError(
    `${archive.locate('')} holds briefings of the edition ${held}, and an archive holds one: ${edition} is not published there`,
    { hint: 'Name another archive with --archive, or deploy a stack of another name.' },
  );
}

/** The edition of the newest briefing, or of any that a run published and died before it was in the index. */
async function editionIn(archive: Archive): Promise<string | null> {
  const latest = await archive.get(keys.latest);
  if (latest !== null) return readJson(indexEntry, latest, archive.locate(keys.latest)).edition;
  const key = (await archive.list('reports/')).find((one) => one.endsWith(`/${files.manifest}`));
  const bytes = key === undefined ? null : await archive.get(key);
  return key === undefined || bytes === null ? null : readJson(manifest, bytes, archive.locate(key)).edition;
}
