import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { codeOf, entriesOf, localDisk } from '../../../lambda/archive/disk.ts';
import { temporaryFolder } from '../../support/temporary.ts';

let folder: { path: string; dispose: () => Promise<void> };
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => folder.dispose());

const at = (...names: string[]) => join(folder.path, ...names);

it('a file that is there is never written over', async () => {
  await localDisk.write(at('a'), Buffer.from('first'));
  await expect(localDisk.write(at('a'), Buffer.from('second'))).rejects.toMatchObject({ code: 'EEXIST' });
  expect(await readFile(at('a'), 'utf8')).toBe('first');
});

it('a second name is given once', async () => {
  await writeFile(at('a'), 'first');
  await writeFile(at('b'), 'second');
  await localDisk.link(at('a'), at('c'));
  await expect(localDisk.link(at('b'), at('c'))).rejects.toMatchObject({ code: 'EEXIST' });
  expect(await readFile(at('c'), 'utf8')).toBe('first');
});

it('a folder is made with those above it, and stays when it is there', async () => {
  await localDisk.makeFolder(at('a', 'b', 'c'));
  await writeFile(at('a', 'b', 'c', 'kept'), '');
  await localDisk.makeFolder(at('a', 'b', 'c'));
  expect(await readdir(at('a', 'b', 'c'))).toEqual(['kept']);
});

it('many that make one folder at a time all have it', async () => {
  await Promise.all(Array.from({ length: 20 }, () => localDisk.makeFolder(at('a', 'b', 'c', 'd'))));
  expect((await stat(at('a', 'b', 'c', 'd'))).isDirectory()).toBe(true);
});

it('no folder is made where a file stands, nor below one', async () => {
  await writeFile(at('file'), '');
  await expect(localDisk.makeFolder(at('file'))).rejects.toMatchObject({ code: 'EEXIST' });
  await expect(localDisk.makeFolder(at('file', 'below'))).rejects.toMatchObject({ code: 'ENOTDIR' });
});

it('what is removed is gone with all in it, and need not be there', async () => {
  await mkdir(at('a', 'b'), { recursive: true });
  await writeFile(at('a', 'b', 'c'), '');
  await localDisk.remove(at('a'));
  await localDisk.remove(at('a'));
  expect(await readdir(folder.path)).toEqual([]);
});

it('a folder that is not there has no entries, and what is no folder is a failure', async () => {
  await writeFile(at('file'), '');
  expect(await entriesOf(folder.path)).toEqual(['file']);
  expect(await entriesOf(at('none'))).toEqual([]);
  await expect(entriesOf(at('file'))).rejects.toMatchObject({ code: 'ENOTDIR' });
});

it('the system’s name of a failure is its code, where it has one', () => {
  expect(codeOf(Object.assign(new Error('no'), { code: 'EIO' }))).toBe('EIO');
  for (const other of [new Error('no'), Object.assign(new Error('no'), { code: 5 }), { code: 'EIO' }, null])
    expect(codeOf(other)).toBeUndefined();
});
