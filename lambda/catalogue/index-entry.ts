import * as z from 'zod';
import { files, keys } from '../archive-layout.ts';
import { plainText } from '../report/plain-text.ts';

import type { Report } from '../report/schema.ts';

/** What a manifest says of a published revision, as far as a catalogue needs it. */
export interface PublishedRevision {
  readonly edition: string;
  readonly session: string;
  readonly revision: number;
  readonly publishedAt: string;
  /** The code that made it, with its commit. */
  readonly code?: string;
  readonly files: Readonly<Record<string, { readonly sha256: string; readonly bytes: number } | undefined>>;
}

/** One session in the index, at its newest revision. */
export const indexEntry = z
  .strictObject({
    session: z.iso.date(),
    revision: z.number().int().min(1),
    edition: z.string(),
    publishedAt: z.iso.datetime(),
    simulated: z.boolean(),
    incomplete: z.boolean(),
    verdict: z.string(),
    /** Keys of the revision's files, by their names. */
    files: z.partialRecord(z.enum([files.report, files.html, files.pdf]), z.string()),
  })
  .refine(
    ({ session, revision, files: listed }) =>
      Object.entries(listed).every(([name, key]) => key === keys.revision(session, revision) + name),
    { path: ['files'], error: 'are not those of its revision' },
  );

export type IndexEntry = z.infer<typeof indexEntry>;

export function indexEntryOf(report: Report, published: PublishedRevision): IndexEntry {
  const folder = keys.revision(published.session, published.revision);
  return {
    session: published.session,
    revision: published.revision,
    edition: published.edition,
    publishedAt: published.publishedAt,
    simulated: report.marks.simulated,
    incomplete: report.marks.incomplete,
    verdict: plainText(report.front.verdict),
    files: Object.fromEntries(
      Object.keys(indexEntry.shape.files.keyType.enum)
        .filter((name) => published.files[name] !== undefined)
        .map((name) => [name, folder + name]),
    ),
  };
}

interface Dated {
  readonly session: string;
  readonly revision: number;
}

/**
 * The newest revision of each session, newest session first. Commutative, associative and idempotent: an older
 * revision never replaces a newer one, whichever is written first. Entries of one revision are taken to be the same.
 */
export function mergeSessions<T extends Dated>(known: readonly T[], added: readonly T[]): T[] {
  const newest = new Map<string, T>();
  for (const entry of [...known, ...added]) {
    const other = newest.get(entry.session);
    if (other === undefined || entry.revision > other.revision) newest.set(entry.session, entry);
  }
  return [...newest.values()].sort((a, b) => (a.session < b.session ? 1 : -1));
}

/**
 * What `latest.json` names: the newest session, a real one before any simulated one.
 * Monotone: merging more entries never names an older one.
 */
export function latestOf<T extends Dated & { readonly simulated: boolean }>(
  entries: readonly T[],
): T | undefined {
  const sorted = mergeSessions(entries, []);
  return sorted.find(({ simulated }) => !simulated) ?? sorted[0];
}
