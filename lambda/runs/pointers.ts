import type { Archive } from '../archive/archive.ts';
import { mapLimited } from '../archive/limited.ts';
import type { Revision } from '../archive/revisions.ts';
import { rebuildRuns } from '../archive/run-ledger.ts';
import { monthKey } from '../calendar/civil.ts';
import { counted } from '../counted.ts';
import { updateCatalogue } from '../steps/catalogue.ts';
import { siteOf } from '../steps/feeds.ts';
import { collectProblem } from './check-revision.ts';

/** Sessions whose reports are in memory at a time, of whole months where a month has no more. */
const batch = 50;

/** What is written once. */
const hashed = /^(reports\/[^/]+\/r\d+|snapshots|runs)\//;

export interface PointerCheck {
  /** Every revision of the sessions that come next, all of them sound. */
  add(revisions: readonly Revision[]): Promise<void>;
  /**
   * A line for each document that differs, with the place of its first byte that does, for each that cannot be read, and one for
   * all that lack.
   */
  differing(): Promise<readonly string[]>;
}

/**
 * Finds documents that move, and files of the site, that are not what publishing makes of the revisions: everything is made
 * again in memory, and compared byte for byte at the end.
 * @param listed every key below `reports/`
 * @throws ArchiveError
 */
export async function openPointerCheck(archive: Archive, listed: readonly string[]): Promise<PointerCheck> {
  const made = new Map<string, Uint8Array>();
  const memory = inMemory(archive, listed, made);
  // Where the archive is read is in no revision.
  const site = await siteOf(archive);
  /** The last session's: its page is made again with the next one. */
  let before: readonly Revision[] = [];
  return {
    add: async (revisions) => {
      await updateCatalogue(memory, revisions, site, before);
      const last = revisions.at(-1)?.manifest.session;
      before = revisions.filter(({ manifest }) => manifest.session === last);
    },
    differing: async () => {
      const problems: string[] = [];
      const lacking: string[] = [];
      await collectProblem(problems, async () => {
        await rebuildRuns(memory);
      });
      const found = await mapLimited([...made], 6, async ([key, bytes]) => {
        const differing: string[] = [];
        await collectProblem(differing, async () => {
          const there = await archive.get(key);
          if (there === null) lacking.push(archive.locate(key));
          else if (Buffer.compare(there, bytes) !== 0)
            differing.push(differsAt(archive.locate(key), there, bytes));
        });
        return differing;
      });
      return [...problems, ...lackingInWords(lacking), ...found.flat()];
    },
  };
}

/** Whole months together: the files of a month are then made once, unless it has more than a batch. */
export function batchesOf<T extends { readonly session: string }>(published: readonly T[]): readonly T[][] {
  const batches: T[][] = [];
  for (const month of Map.groupBy(published, ({ session }) => monthKey(session)).values()) {
    const sessions = [...Map.groupBy(month, ({ session }) => session).values()];
    for (let from = 0; from < sessions.length; from += batch) {
      const some = sessions.slice(from, from + batch).flat();
      const last = batches.at(-1);
      if (last === undefined || last.length + some.length > batch) batches.push(some);
      else last.push(...some);
    }
  }
  return batches;
}

/** One line however many lack: an archive of an earlier version of the program lacks dozens. */
function lackingInWords([first, ...others]: readonly string[]): readonly string[] {
  if (first === undefined) return [];
  return others.length === 0
    ? [`${first} is not there: \`archive rebuild\` makes it again`]
    : [`${first} and ${counted(others.length, 'other')} are not there: \`archive rebuild\` makes them again`];
}

function differsAt(place: string, found: Uint8Array, wanted: Uint8Array): string {
  const at = wanted.findIndex((byte, index) => byte !== found[index]);
  return `${place} is not what its revisions make, from byte ${at < 0 ? wanted.length : at} on: it was changed, or another version of the code made it; \`archive rebuild\` makes it again`;
}

/** The archive as if no document that moves were there; what is written goes into `made`. */
function inMemory(archive: Archive, listed: readonly string[], made: Map<string, Uint8Array>): Archive {
  const bySession = Map.groupBy(listed, (key) => key.slice(0, key.indexOf('/', 'reports/'.length) + 1));
  return {
    locate: (key) => archive.locate(key),
    get: async (key) => made.get(key) ?? (hashed.test(key) ? archive.get(key) : null),
    list: async (prefix) => bySession.get(prefix) ?? archive.list(prefix),
    putNew: async (key, bytes) => {
      made.set(key, bytes);
      return true;
    },
    publish: async () => false,
    update: async (key, change) => {
      made.set(key, change(made.get(key) ?? null));
    },
  };
}
