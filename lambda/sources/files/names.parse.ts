import type { Edition } from '../../editions/edition.ts';

export type FolderPart = 'market' | 'macro';

/** One series and what its file is called. */
export interface FolderFile {
  readonly key: string;
  readonly part: FolderPart;
  /** `IWM.csv`, `_RUT.csv`. */
  readonly file: string;
}

/** `^` is hard to type in a shell and is written as `_`. */
const marketFile = (symbol: string): string => `${symbol.replace('^', '_')}.csv`;

/** Everything that an edition can use: its symbols, their substitutes, and its macro series. */
export function wantedOf(edition: Edition): readonly FolderFile[] {
  const symbols = edition.symbols.flatMap(({ symbol, alternates }) => [symbol, ...(alternates ?? [])]);
  return [
    ...[...new Set(symbols)].map(
      (symbol): FolderFile => ({ key: `bars:${symbol}`, part: 'market', file: marketFile(symbol) }),
    ),
    ...edition.macro.map(
      ({ series }): FolderFile => ({ key: `macro:${series}`, part: 'macro', file: `${series}.csv` }),
    ),
  ];
}

const isTable = (name: string): boolean => /\.(csv|txt|tsv)$/i.test(name);

/**
 * A file's name without what its writers add: small or capital letters, the mark of an index before it (`^`, `_`), `.us`
 * and `_us_d` (Stooq), `_History` (Cboe). Null when it is no table.
 */
export function fileStem(name: string): string | null {
  if (!isTable(name)) return null;
  return name
    .toLowerCase()
    .replace(/\.(csv|txt|tsv)$/, '')
    .replace(/^[\^_$]/, '')
    .replace(/(\.us|_us_d|_us|_history)$/, '');
}

/** The files of one series, by its key: more than one when several are called like it and none exactly so. */
export function filesByKey(
  wanted: readonly FolderFile[],
  names: Readonly<Record<FolderPart, readonly string[]>>,
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const { key, part, file } of wanted) {
    const own = fileStem(file);
    const alike = names[part].filter((name) => fileStem(name) === own);
    if (alike.length > 0) found.set(key, alike.includes(file) ? [file] : alike);
  }
  return found;
}

/**
 * Why a file is not used, in a few words that say what would make it so.
 *
 * @param path below the folder: `market/iwm (1).csv`
 * @param used keys of the series that have a file
 */
export function whyNotUsed(
  path: string,
  wanted: readonly FolderFile[],
  used: ReadonlyMap<string, string>,
): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const words = name.toLowerCase().split(/[^a-z0-9]+/);
  const alike = wanted.filter(({ file }) => words.includes(fileStem(file)!));
  const [only, ...others] = alike.filter(({ part }) => path.startsWith(`${part}/`)).concat(alike);
  if (only === undefined || others.some(({ key }) => key !== only.key)) return 'not in the edition';
  const taken = used.get(only.key);
  if (taken !== undefined) return `${taken} is used`;
  const is = fileStem(name) === fileStem(only.file);
  if (!isTable(name)) return `save it as ${only.part}/${only.file}`;
  return is ? `move it to ${only.part}/` : `name it ${only.file}`;
}
