import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tna } from '../../../lambda/editions/tna.ts';
import { InputError } from '../../../lambda/errors.ts';
import { folderSource } from '../../../lambda/sources/folder/folder.ts';

const request = { edition: tna, session: '2025-12-31', through: '2025-12-31', now: '2026-01-01T00:00:00Z' };
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'briefing-folder-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function write(file: string, text: string): Promise<void> {
  await mkdir(join(folder, file, '..'), { recursive: true });
  await writeFile(join(folder, file), text);
}

describe('a folder of files', () => {
  it('gives the bytes of what the edition names, and of what may stand in, untouched', async () => {
    await write('market/IWM.csv', 'not even CSV');
    await write('market/_RUT.csv', 'index');
    await write('market/GOOG.csv', 'stand-in');
    await write('market/ZZZ.csv', 'nobody asked');
    await write('macro/DGS2.csv', 'yields');
    const payloads = await folderSource(folder).collect(request);
    expect(payloads.map(({ key, origin, bytes }) => [key, origin, new TextDecoder().decode(bytes)])).toEqual([
      ['bars:IWM', 'market/IWM.csv', 'not even CSV'],
      ['bars:GOOG', 'market/GOOG.csv', 'stand-in'],
      ['bars:^RUT', 'market/_RUT.csv', 'index'],
      ['macro:DGS2', 'macro/DGS2.csv', 'yields'],
    ]);
    expect(payloads.every(({ source, fetchedAt }) => source === 'folder' && fetchedAt === request.now)).toBe(
      true,
    );
  });

  it('does without macro files', async () => {
    await write('market/IWM.csv', 'x');
    expect(await folderSource(folder).collect(request)).toHaveLength(1);
  });

  it.each([
    ['is not there', async () => join(folder, 'nowhere'), 'nowhere: is not there'],
    ['has no market in it', async () => folder, 'market: is not there'],
    [
      'is a file',
      async () => {
        await write('file', 'x');
        return join(folder, 'file');
      },
      'file: is a file, not a folder',
    ],
    [
      'has a folder with the name of a file',
      async () => {
        await mkdir(join(folder, 'market/IWM.csv'), { recursive: true });
        return folder;
      },
      'IWM.csv: is a folder, not a file',
    ],
  ])('that %s is refused by name', async (_, arrange, message) => {
    const collecting = folderSource(await arrange()).collect(request);
    await expect(collecting).rejects.toThrow(InputError);
    await expect(collecting).rejects.toThrow(message);
  });

  it.skipIf(process.getuid?.() === 0)('with a file that must not be read is refused by name', async () => {
    await write('market/IWM.csv', 'x');
    await chmod(join(folder, 'market/IWM.csv'), 0);
    await expect(folderSource(folder).collect(request)).rejects.toThrow(
      'IWM.csv: must not be read by this user',
    );
  });
});
