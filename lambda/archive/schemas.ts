import { keys } from '../archive-layout.ts';
import type { Archive } from './archive.ts';
import { sha256Of, writeJson } from './bytes.ts';
import { jsonSchemaOf } from './json-schema.ts';
import type { Manifest } from './manifest.ts';

interface SchemaFile {
  readonly key: string;
  readonly bytes: Uint8Array;
}

/** Made once a process, when a revision is published for the first time. */
let made: Readonly<Record<'report' | 'manifest', SchemaFile>> | null = null;

function fileOf(document: 'report' | 'manifest'): SchemaFile {
  const bytes = writeJson(jsonSchemaOf(document));
  return { key: keys.schema(document, sha256Of(bytes)), bytes };
}

/**
 * Puts the JSON Schemas of a revision's documents into the archive, unless they are there.
 * @returns their keys, for the manifest of a revision that is published after it
 * @throws ArchiveError
 */
export async function placeSchemas(archive: Archive): Promise<NonNullable<Manifest['schemas']>> {
  made ??= { report: fileOf('report'), manifest: fileOf('manifest') };
  const { report, manifest } = made;
  await Promise.all([report, manifest].map((file) => placeSchema(archive, file)));
  return { report: report.key, manifest: manifest.key };
}

async function placeSchema(archive: Archive, { key, bytes }: SchemaFile): Promise<void> {
  if ((await archive.get(key)) === null) await archive.putNew(key, bytes);
}

/** What is wrong with a schema that a manifest names; null when it is there and has the hash in its key. @throws ArchiveError */
export async function schemaProblem(archive: Archive, key: string): Promise<string | null> {
  const bytes = await archive.get(key);
  if (bytes === null) return `${archive.locate(key)} is not there, but a manifest names it`;
  return key.endsWith(`-${sha256Of(bytes).slice(0, 12)}.json`)
    ? null
    : `${archive.locate(key)} was changed: its SHA-256 is not the one in its name`;
}
