import { chmod, mkdir, mkdtemp, rm, symlink, truncate, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tna } from '../../../../lambda/editions/tna.ts';
import { InputError } from '../../../../lambda/errors.ts';
import { folderSource } from '../../../../lambda/sources/files/folder.ts';
import { temporaryPlace } from '../../../support/temporary.ts';

const request = { edition: tna, session: '2025-12-31', through: '2025-12-31', now: '2026-01-01T00:00:00Z' };
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(temporaryPlace, 'briefing-folder-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function write(file: string, text: string): Promise<void> {
  await mkdir(join(folder, file, '..'), { recursive: true });
  await writeFile(join(folder, file), text);
}

describe('a folder of files', () => {
  it('gives the bytes of all series of the edition and of their proxies, unchanged', async () => {
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

  it('says when each was last written', async () => {
    await write('market/IWM.csv', 'x');
    const written = new Date('2025-12-31T17:20:00.000Z');
    await utimes(join(folder, 'market/IWM.csv'), written, written);
    const [iwm] = await folderSource(folder).collect(request);
    expect(iwm?.writtenAt).toBe('2025-12-31T17:20:00.000Z');
  });

  it.each([
    ['bars:IWM', 'market/iwm.csv'],
    ['bars:IWM', 'market/IWM.CSV'],
    ['bars:IWM', 'market/iwm_us_d.csv'],
    ['bars:IWM', 'market/IWM.US.csv'],
    ['bars:IWM', 'market/iwm.us.txt'],
    ['bars:^VIX', 'market/^VIX.csv'],
    ['bars:^VIX', 'market/VIX.csv'],
    ['bars:^VIX', 'market/_vix.csv'],
    ['bars:^VIX', 'market/VIX_History.csv'],
    ['bars:XLI', 'market/xli.csv'],
    ['bars:KRE', 'market/KRE.US.csv'],
    ['bars:NVDA', 'market/nvda_us_d.csv'],
    ['macro:DGS10', 'macro/dgs10.csv'],
    ['bars:IWM', 'Market/IWM.csv'],
  ])('knows the file of %s as %s', async (key, file) => {
    await mkdir(join(folder, 'market'), { recursive: true });
    if (file.startsWith('Market')) await rm(join(folder, 'market'), { recursive: true });
    await write(file, 'x');
    const payloads = await folderSource(folder).collect(request);
    expect(payloads.map((payload) => [payload.key, payload.origin.toLowerCase()])).toEqual([
      [key, file.toLowerCase()],
    ]);
    expect(payloads[0]?.flags).toBeUndefined();
  });

  it('reads the file of the exact name where another is called alike, and names the other', async () => {
    await write('market/IWM.csv', 'right');
    await write('market/iwm_us_d.csv', 'other');
    const payloads = await folderSource(folder).collect(request);
    expect(payloads.map(({ origin }) => origin)).toEqual(['market/IWM.csv']);
    expect(payloads[0]?.flags).toEqual([
      { subject: 'market/iwm_us_d.csv', code: 'not-used', text: 'market/IWM.csv is used' },
    ]);
  });

  it('refuses two for a required series that differ, and takes one where they do not', async () => {
    await write('market/iwm.csv', 'one');
    await write('market/iwm_us_d.csv', 'other');
    await expect(folderSource(folder).collect(request)).rejects.toThrow(
      /iwm\.csv: and market\/iwm_us_d\.csv are for the same series and differ: keep the right one/,
    );
    await write('market/iwm_us_d.csv', 'one');
    expect(await folderSource(folder).collect(request)).toHaveLength(1);
  });

  it.skipIf(process.platform === 'win32')(
    'reads no device and nothing that memory could not hold',
    async () => {
      await write('market/IWM.csv', 'x');
      await symlink('/dev/zero', join(folder, 'market/KRE.csv'));
      await write('market/XLF.csv', '');
      await truncate(join(folder, 'market/XLF.csv'), 300 * 2 ** 20);
      const payloads = await folderSource(folder).collect(request);
      expect(payloads.map(({ origin, fault, bytes }) => [origin, fault, bytes.length])).toEqual([
        ['market/IWM.csv', undefined, 1],
        ['market/KRE.csv', 'is a pipe or a device, not a file', 0],
        ['market/XLF.csv', 'has 314572800 bytes, more than any history of prices', 0],
      ]);
    },
  );

  it('gives an optional series that cannot be read as a fault of its own', async () => {
    await write('market/IWM.csv', 'x');
    await write('market/kre.csv', 'one');
    await write('market/KRE.US.csv', 'other');
    await mkdir(join(folder, 'macro/DGS2.csv'), { recursive: true });
    const payloads = await folderSource(folder).collect(request);
    expect(payloads.map(({ key, origin, fault, bytes }) => [key, origin, fault, bytes.length])).toEqual([
      ['bars:IWM', 'market/IWM.csv', undefined, 1],
      [
        'bars:KRE',
        'market/KRE.US.csv',
        'and market/kre.csv are for the same series and differ: keep the right one',
        0,
      ],
      ['macro:DGS2', 'macro/DGS2.csv', 'is a folder, not a file', 0],
    ]);
  });

  it('finds series without a file of their own in a table of several', async () => {
    await write('market/prices.csv', 'Date,IWM,SPY\n2025-12-31,246.16,681.92\n');
    await write('macro/fredgraph.csv', 'observation_date,DGS2,DGS10,GNP\n2025-12-31,3.47,4.18,1\n');
    await write('macro/DGS2.csv', 'its own');
    await write('macro/notes.csv', 'DGS2 is the rate of two years\n');
    const payloads = await folderSource(folder).collect(request);
    expect(payloads.map(({ key, origin }) => [key, origin])).toEqual([
      ['bars:IWM', 'market/prices.csv'],
      ['bars:SPY', 'market/prices.csv'],
      ['macro:DGS2', 'macro/DGS2.csv'],
      ['macro:DGS10', 'macro/fredgraph.csv'],
    ]);
  });

  it('names what lies in it and is not used, with what would make it so', async () => {
    for (const file of [
      'market/IWM.csv',
      'market/spy (1).csv',
      'market/IWM Historical Data.csv',
      'market/QQQ.xlsx',
      'market/DGS10.csv',
      'market/BIL.csv',
      'market/old/SPY.csv',
      'macro/notes.txt',
      'TNA.csv',
      'README.md',
    ])
      await write(file, 'x');
    const expected = [
      ['TNA.csv', 'move it to market/'],
      ['market/BIL.csv', 'not in the edition'],
      ['market/DGS10.csv', 'move it to macro/'],
      ['market/IWM Historical Data.csv', 'market/IWM.csv is used'],
      ['market/QQQ.xlsx', 'save it as market/QQQ.csv'],
      ['market/old/', 'not in the edition'],
      ['market/spy (1).csv', 'name it SPY.csv'],
      ['macro/notes.txt', 'not in the edition'],
    ];
    const flags = await folderSource(folder).notUsed(tna);
    expect(flags.map(({ subject, text }) => [subject, text])).toEqual(expected);
    const [iwm] = await folderSource(folder).collect(request);
    expect(iwm?.flags).toEqual(flags);
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
