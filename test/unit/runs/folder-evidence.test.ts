import { utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FolderArchive } from '../../../lambda/archive/folder.ts';
import { describeSnapshot, hashed, snapshotDocument } from '../../../lambda/archive/snapshots.ts';
import { tna } from '../../../lambda/editions/tna.ts';
import { GateError } from '../../../lambda/errors.ts';
import { runBriefing } from '../../../lambda/runs/briefing.ts';
import { replay } from '../../../lambda/runs/replay.ts';
import { unwatched } from '../../../lambda/runs/watch.ts';
import { folderSource } from '../../../lambda/sources/files/folder.ts';
import { session, smallData } from '../../e2e-local/support/small-data.ts';
import { temporaryFolder } from '../../support/temporary.ts';

let root: { path: string; dispose: () => Promise<void> };
beforeAll(async () => {
  root = await temporaryFolder();
});
afterAll(() => root.dispose());

const now = '2026-01-02T12:00:00Z';
const make = (data: string, archive: FolderArchive) =>
  runBriefing(
    { edition: tna, session, paper: 'A4', allowIncomplete: false, code: 'test', now },
    { source: folderSource(data), archive, printer: null, watch: unwatched },
  );

describe('a folder', () => {
  it('with a required file written before the close gives no briefing, and says when it was', async () => {
    const data = await smallData(join(root.path, 'early'));
    const early = new Date('2025-12-31T17:20:00.000Z');
    await utimes(join(data, 'market/QQQ.csv'), early, early);
    const making = make(data, new FolderArchive(join(root.path, 'early out')));
    await expect(making).rejects.toThrow(GateError);
    await expect(making).rejects.toThrow(
      /market\/QQQ\.csv was last written 2025-12-31T17:20:00\.000Z, before the close was known/,
    );
  });

  it('with an optional file written before the close is briefed without that row', async () => {
    const data = await smallData(join(root.path, 'early option'), {
      symbols: ['IWM', 'SPY', 'QQQ', 'TNA', 'KRE'],
    });
    const early = new Date('2025-12-31T21:14:00.000Z');
    await utimes(join(data, 'market/KRE.csv'), early, early);
    const { report } = await make(data, new FolderArchive(join(root.path, 'early option out')));
    expect(report.figures['return.KRE.1d']?.value).toBeNull();
    expect(report.flags.find(({ code }) => code === 'refused-bar')).toMatchObject({
      subject: 'bars:KRE',
      sessions: ['2025-12-31'],
    });
  });

  it('is replayed byte for byte, with the times of its files and what was unusable in it', async () => {
    const data = await smallData(join(root.path, 'whole'));
    await writeFile(join(data, 'market/KRE.csv'), '');
    await writeFile(join(data, 'market/xli.csv'), 'one');
    await writeFile(join(data, 'market/XLI.US.csv'), 'other');
    await writeFile(join(data, 'market/iwm (1).csv'), 'x');
    const archive = new FolderArchive(join(root.path, 'whole out'));
    const { report } = await make(data, archive);
    const printer = () => Promise.reject(new Error('no PDF was made'));
    const replayed = await replay(
      { edition: tna, session, revision: undefined },
      { archive, printer, watch: unwatched },
    );
    expect(replayed.files.map(({ name, identical }) => [name, identical])).toEqual([
      ['report.json', true],
      ['briefing.html', true],
      ['figures.js', true],
      ['figures.parquet', true],
    ]);
    const methods = report.sections.find(({ id }) => id === 'methods');
    expect(methods?.blocks.find(({ id }) => id === 'methods.unused')).toMatchObject({
      title: 'Files of the folder that are not used',
      sentences: [{ parts: ['market/iwm (1).csv: market/IWM.csv is used.'] }],
    });
  });

  it('in which only a file that is not used was added says nothing new', async () => {
    const data = await smallData(join(root.path, 'more'));
    const archive = new FolderArchive(join(root.path, 'more out'));
    expect((await make(data, archive)).status).toBe('published');
    await writeFile(join(data, 'market/BIL.csv'), 'x');
    expect((await make(data, archive)).status).toBe('already published');
  });
});

describe('a snapshot', () => {
  const of = { edition: 'TNA', session, collectedAt: now, simulated: false };
  const payload = (more: object) =>
    hashed({
      key: 'bars:IWM',
      source: 'folder',
      origin: 'market/IWM.csv',
      fetchedAt: now,
      bytes: Buffer.from('x'),
      ...more,
    });
  const idOf = (more: object) => describeSnapshot(of, [payload(more)]).id;

  it('keeps when a file was written, and is another one only where that matters for its session', () => {
    const after = { writtenAt: '2025-12-31T21:15:00.000Z' };
    expect(describeSnapshot(of, [payload(after)]).payloads[0]).toMatchObject(after);
    expect(snapshotDocument.parse(describeSnapshot(of, [payload(after)])).payloads[0]).toMatchObject(after);
    expect(idOf(after)).toBe(idOf({}));
    expect(idOf({ writtenAt: '2025-12-31T21:14:59.000Z' })).not.toBe(idOf({}));
  });

  it('is another one by a fault, and not by files that are not used', () => {
    expect(idOf({ fault: 'is a folder, not a file' })).not.toBe(idOf({}));
    const flags = [{ subject: 'market/BIL.csv', code: 'not-used', text: 'not in the edition' }];
    expect(idOf({ flags })).toBe(idOf({}));
  });
});
