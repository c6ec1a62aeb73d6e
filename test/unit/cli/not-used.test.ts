import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { FolderArchive } from '../../../lambda/archive/folder.ts';
import { sourceFor } from '../../../lambda/cli/sources.ts';
import { Terminal } from '../../../lambda/cli/terminal.ts';
import { tna } from '../../../lambda/editions/tna.ts';
import { temporaryFolder } from '../../support/temporary.ts';

afterEach(() => vi.restoreAllMocks());

const session = '2025-12-31';
const request = { edition: tna, session, through: session, now: '2026-01-01T00:00:00Z' };

async function complaintsOf(...files: string[]): Promise<string[]> {
  const { path, dispose } = await temporaryFolder();
  try {
    await mkdir(join(path, 'market'));
    for (const file of files) await writeFile(join(path, 'market', file), 'x');
    const terminal = new Terminal({ json: true });
    const said: string[] = [];
    vi.spyOn(terminal, 'complain').mockImplementation((text) => void said.push(text));
    vi.spyOn(terminal, 'styledError').mockImplementation((_, text) => text);
    const source = await sourceFor({ data: path }, new FolderArchive(join(path, 'out')), terminal);
    await source.collect(request);
    await source.collect(request);
    return said;
  } finally {
    await dispose();
  }
}

it('files of a folder that are not used are said once, those alike together', async () => {
  expect(await complaintsOf('IWM.csv', 'BIL.csv', 'notes.txt', 'spy (1).csv')).toEqual([
    'note: 3 files are not used: market/BIL.csv, market/notes.txt: not in the edition; market/spy (1).csv: name it SPY.csv',
  ]);
});

it('also where no file is used at all', async () => {
  expect(await complaintsOf('iwm (1).csv')).toEqual([
    'note: 1 file is not used: market/iwm (1).csv: name it IWM.csv',
  ]);
});

it('nothing is said where every file is used', async () => {
  expect(await complaintsOf('IWM.csv')).toEqual([]);
});

it('of very many files the first thirty are named', async () => {
  const many = Array.from({ length: 32 }, (_, i) => `ZZ${String(i).padStart(2, '0')}.csv`);
  const [said] = await complaintsOf(...many);
  expect(said).toMatch(
    /^note: 32 files are not used: market\/ZZ00\.csv, .*market\/ZZ29\.csv: not in the edition; 2 more$/,
  );
});
