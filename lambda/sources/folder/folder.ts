import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Edition } from '../../editions/edition.ts';
import { InputError } from '../../errors.ts';
import type { Payload, Source } from '../source.ts';

/** One series and the file below the folder that would hold it. */
interface Entry {
  readonly key: string;
  readonly file: string;
}

/** `^` is hard to type in a shell and stands as `_`. */
const marketFile = (symbol: string): string => `market/${symbol.replace('^', '_')}.csv`;

/** Everything that an edition can use: its symbols, those that may stand in for them, and its macro series. */
function entriesOf(edition: Edition): Entry[] {
  const symbols = edition.symbols.flatMap(({ symbol, alternates }) => [symbol, ...(alternates ?? [])]);
  return [
    ...[...new Set(symbols)].map((symbol) => ({ key: `bars:${symbol}`, file: marketFile(symbol) })),
    ...edition.macro.map(({ series }) => ({ key: `macro:${series}`, file: `macro/${series}.csv` })),
  ];
}

/** What the system says of a failure, without the path, which the message names already. */
function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'is not there';
  if (code === 'ENOTDIR') return 'is a file, not a folder';
  if (code === 'EISDIR') return 'is a folder, not a file';
  if (code === 'EACCES' || code === 'EPERM') return 'must not be read by this user';
  return `cannot be read (${error instanceof Error ? error.message : String(error)})`;
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (cause) {
    throw new InputError(
      reasonOf(cause),
      { file: folder },
      { cause, hint: 'A data folder holds market/SYMBOL.csv and macro/SERIES.csv.' },
    );
  }
}

/** @throws InputError when the folder, or a part of it that is there, cannot be listed */
async function filesIn(folder: string): Promise<ReadonlySet<string>> {
  const parts = await namesIn(folder);
  if (!parts.includes('market'))
    throw new InputError(
      'is not there',
      { file: join(folder, 'market') },
      {
        hint: 'A data folder holds market/SYMBOL.csv and macro/SERIES.csv.',
      },
    );
  const present = ['market', 'macro'].filter((part) => parts.includes(part));
  const names = await Promise.all(present.map((part) => namesIn(join(folder, part))));
  return new Set(present.flatMap((part, i) => names[i]!.map((name) => `${part}/${name}`)));
}

/**
 * A folder of CSV files: `market/SYMBOL.csv` (`market/_RUT.csv` for ^RUT) and `macro/SERIES.csv`. It gives the bytes
 * of those that the edition names and the folder has; what is absent is left out, as every source does.
 */
export function folderSource(folder: string): Source {
  return {
    name: 'folder',
    simulated: false,
    async collect({ edition, now }) {
      const present = await filesIn(folder);
      const found = entriesOf(edition).filter(({ file }) => present.has(file));
      return await Promise.all(
        found.map(async ({ key, file }): Promise<Payload> => {
          try {
            const bytes = await readFile(join(folder, file));
            return { key, source: 'folder', origin: file, fetchedAt: now, bytes };
          } catch (cause) {
            throw new InputError(reasonOf(cause), { file: join(folder, file) }, { cause });
          }
        }),
      );
    },
  };
}
