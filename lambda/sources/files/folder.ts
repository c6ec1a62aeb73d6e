import type { Dirent } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Edition } from '../../editions/edition.ts';
import { InputError } from '../../errors.ts';
import type { Flag } from '../../series/flag.ts';
import type { Payload, Source } from '../source.ts';
import { seriesInHead } from './heads.parse.ts';
import {
  type FolderFile,
  type FolderPart,
  fileStem,
  filesByKey,
  wantedOf,
  whyNotUsed,
} from './names.parse.ts';

const layout = { hint: 'A data folder holds market/SYMBOL.csv and macro/SERIES.csv.' };

/** What the system says of a failure, without the path, which the message names already. */
function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'is not there';
  if (code === 'ENOTDIR') return 'is a file, not a folder';
  if (code === 'EISDIR') return 'is a folder, not a file';
  if (code === 'EACCES' || code === 'EPERM') return 'must not be read by this user';
  return `cannot be read (${error instanceof Error ? error.message : String(error)})`;
}

async function entriesIn(folder: string): Promise<readonly Dirent[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.filter(({ name }) => !name.startsWith('.'));
  } catch (cause) {
    throw new InputError(reasonOf(cause), { file: folder }, { cause, ...layout });
  }
}

/** What lies in a folder, by its parts; the parts' own names may be written otherwise. */
interface Listing {
  readonly names: Readonly<Record<FolderPart, readonly string[]>>;
  readonly folders: Readonly<Partial<Record<FolderPart, string>>>;
  /** Everything that could have been meant for the briefing, as `market/IWM.csv`. */
  readonly paths: readonly string[];
}

/** @throws InputError when the folder, or a part of it that is there, cannot be listed */
async function listingOf(folder: string): Promise<Listing> {
  const top = await entriesIn(folder);
  const called = (part: FolderPart) =>
    top.find(({ name }) => name === part)?.name ?? top.find(({ name }) => name.toLowerCase() === part)?.name;
  const folders = { market: called('market'), macro: called('macro') };
  if (folders.market === undefined)
    throw new InputError('is not there', { file: join(folder, 'market') }, layout);
  const listed = async (name: string | undefined) =>
    name === undefined ? [] : (await entriesIn(join(folder, name))).map((entry) => slashed(entry)).sort();
  const [market, macro] = await Promise.all([listed(folders.market), listed(folders.macro)]);
  const loose = top.map(({ name }) => name).filter((name) => fileStem(name) !== null);
  return {
    names: { market, macro },
    folders: { market: folders.market, ...(folders.macro === undefined ? {} : { macro: folders.macro }) },
    paths: [
      ...loose.sort(),
      ...market.map((name) => `market/${name}`),
      ...macro.map((name) => `macro/${name}`),
    ],
  };
}

/** A folder of a file's name is no file: `old/`. One with the ending of a file is left to be refused by name. */
const slashed = (entry: Dirent): string =>
  entry.isDirectory() && fileStem(entry.name) === null ? `${entry.name}/` : entry.name;

/** A file that was read, or why it could not be. */
type Read = Pick<Payload, 'bytes' | 'writtenAt' | 'fault'>;

/** Fifty years of an exchange's minutes would be less: it is another file, and would not fit into memory. */
const largest = 256 * 2 ** 20;

async function read(path: string): Promise<Read> {
  const refused = (fault: string): Read => ({ bytes: new Uint8Array(), fault });
  try {
    const about = await stat(path);
    // A pipe would be waited for without end, and a device read without end.
    if (!about.isFile() && !about.isDirectory()) return refused('is a pipe or a device, not a file');
    if (about.size > largest) return refused(`has ${about.size} bytes, more than any history of prices`);
    return { bytes: await readFile(path), writtenAt: about.mtime.toISOString() };
  } catch (cause) {
    return refused(reasonOf(cause));
  }
}

/** A folder as a source, and what of it the source passes over. */
export interface FolderSource extends Source {
  /** A flag for each file that lies there and is not used, with what would make it so. @throws InputError */
  notUsed(edition: Edition): Promise<readonly Flag[]>;
}

/**
 * A folder of CSV files: `market/SYMBOL.csv` (`market/_RUT.csv` for ^RUT) and `macro/SERIES.csv`, in any letters, with
 * what sites add to a name, or several series in one file. It gives the bytes of those that the edition names and the
 * folder has, when each was last written, and what lies there and is not used; what is absent is left out.
 */
export function folderSource(folder: string): FolderSource {
  return {
    name: 'folder',
    simulated: false,
    async notUsed(edition) {
      return notUsed(await choose(folder, edition));
    },
    async collect({ edition, now }) {
      const choice = await choose(folder, edition);
      const required = new Set(edition.required.map((symbol) => `bars:${symbol}`));
      const [first, ...others] = await Promise.all(
        choice.chosen.map(async ({ key, paths }): Promise<Payload> => {
          const files = await Promise.all(
            paths.map(async (path) => ({ path, ...(await read(choice.at(path))) })),
          );
          const { path, ...file } = onlyOne(files);
          // A required file ends the run; any other is a series that cannot be used.
          if (file.fault !== undefined && required.has(key))
            throw new InputError(file.fault, { file: join(folder, path) });
          return { key, source: 'folder', origin: path, fetchedAt: now, ...file };
        }),
      );
      if (first === undefined) return [];
      const flags = notUsed(choice);
      return flags.length === 0 ? [first, ...others] : [{ ...first, flags }, ...others];
    },
  };
}

interface Chosen {
  readonly key: string;
  readonly paths: readonly string[];
}

/** Which files are read for which series of an edition. */
interface Choice {
  readonly wanted: readonly FolderFile[];
  readonly listing: Listing;
  readonly chosen: readonly Chosen[];
  /** Where a path of the listing lies. */
  readonly at: (path: string) => string;
}

async function choose(folder: string, edition: Edition): Promise<Choice> {
  const listing = await listingOf(folder);
  const wanted = wantedOf(edition);
  const at = (path: string) => {
    const [part, ...rest] = path.split('/') as [FolderPart, ...string[]];
    return join(folder, listing.folders[part] ?? part, ...rest);
  };
  const byName = [...filesByKey(wanted, listing.names)].map(([key, names]) => ({
    key,
    paths: names.map((name) => `${partOf(key)}/${name}`),
  }));
  const several = await tablesOfSeveral(listing, wanted, byName, at);
  const order = new Map(wanted.map(({ key }, place) => [key, place]));
  const chosen = [...byName, ...several].sort((a, b) => order.get(a.key)! - order.get(b.key)!);
  return { wanted, listing, chosen, at };
}

const partOf = (key: string): FolderPart => (key.startsWith('macro:') ? 'macro' : 'market');

/** Of files that are called alike the first when they hold the same; which is meant would else be a guess. */
function onlyOne(files: readonly (Read & { readonly path: string })[]): Read & { readonly path: string } {
  const [first, ...others] = files;
  if (first === undefined) throw new RangeError('no file for a series');
  if (others.every(({ bytes, fault }) => fault === undefined && Buffer.from(bytes).equals(first.bytes)))
    return first;
  const names = others.map(({ path }) => path).join(' and ');
  const fault = `and ${names} are for the same series and differ: keep the right one`;
  return { path: first.path, bytes: new Uint8Array(), fault };
}

/** Series without a file of their own that a table of several names in its head. */
async function tablesOfSeveral(
  { names }: Listing,
  wanted: readonly FolderFile[],
  byName: readonly Chosen[],
  at: (path: string) => string,
): Promise<readonly Chosen[]> {
  const taken = new Set(byName.flatMap(({ paths }) => paths));
  const has = new Set(byName.map(({ key }) => key));
  const found = new Map<string, string[]>();
  for (const part of ['market', 'macro'] as const)
    for (const name of names[part]) {
      const path = `${part}/${name}`;
      if (taken.has(path) || fileStem(name) === null) continue;
      const { bytes } = await read(at(path));
      const mine = wanted.filter((one) => one.part === part);
      for (const { key } of seriesInHead(bytes, mine))
        if (!has.has(key)) found.set(key, [...(found.get(key) ?? []), path]);
    }
  return [...found].map(([key, paths]) => ({ key, paths }));
}

function notUsed({ wanted, listing, chosen }: Choice): Flag[] {
  const used = new Map(chosen.map(({ key, paths }) => [key, paths[0]!]));
  const read = new Set(chosen.flatMap(({ paths }) => paths));
  const unread = listing.paths.filter((path) => !read.has(path));
  const named = unread
    .slice(0, mostNamed)
    .map((path): Flag => ({ subject: path, code: 'not-used', text: whyNotUsed(path, wanted, used) }));
  const more = unread.length - named.length;
  return more === 0
    ? named
    : [...named, { subject: `${more} more files`, code: 'not-used', text: 'not named one by one' }];
}

/** A folder may hold the files of a whole exchange. */
const mostNamed = 100;
