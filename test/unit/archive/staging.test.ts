import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { localDisk } from '../../../lambda/archive/disk.ts';
import { stagingName, sweepStaging } from '../../../lambda/archive/staging.ts';
import { temporaryFolder } from '../../support/temporary.ts';

let folder: { path: string; dispose: () => Promise<void> };
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => folder.dispose());

const staged = (name: string) => join(folder.path, '.staging', name);
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);

/** Puts unfinished work there, last written so many minutes ago. */
async function leave(name: string, minutes: number): Promise<void> {
  await mkdir(staged(name), { recursive: true });
  await writeFile(join(staged(name), 'report.json'), 'half');
  await utimes(staged(name), minutesAgo(minutes), minutesAgo(minutes));
}

/** What the sweep leaves. */
async function afterSweep(): Promise<readonly string[]> {
  await sweepStaging(folder.path, localDisk);
  return (await readdir(join(folder.path, '.staging'))).sort();
}

it('the unfinished work of another machine is removed after an hour', async () => {
  await leave('elsewhere~1~aaaaaaaa', 59);
  await leave('elsewhere~1~bbbbbbbb', 61);
  expect(await afterSweep()).toEqual(['elsewhere~1~aaaaaaaa']);
});

it('the unfinished work of this process stays, however old, and that of a dead one goes at once', async () => {
  const ours = stagingName();
  await leave(ours, 600);
  await leave(`${hostname()}~4194999~aaaaaaaa`, 0);
  expect(await afterSweep()).toEqual([ours]);
});

it('the unfinished work of another user’s running process stays', async () => {
  const kill = vi.spyOn(process, 'kill').mockImplementation(() => {
    throw Object.assign(new Error('not permitted'), { code: 'EPERM' });
  });
  const theirs = `${hostname()}~1~aaaaaaaa`;
  await leave(theirs, 600);
  expect(await afterSweep()).toEqual([theirs]);
  kill.mockRestore();
});

it('what is not named as unfinished work stays, however old', async () => {
  const names = [
    'index.json.lock',
    'a~b~1~aaaaaaaa',
    'elsewhere~1~aaaaaaaa.bak',
    'elsewhere~x~aaaaaaaa',
  ].sort();
  for (const name of names) await leave(name, 600);
  expect(await afterSweep()).toEqual(names);
});

it('an archive without unfinished work is left alone', async () => {
  await sweepStaging(folder.path, localDisk);
  expect(await readdir(folder.path)).toEqual([]);
});
