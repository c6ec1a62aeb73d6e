/**
 * Run as a process of its own: publishes the small data's session from the folder `data`, once for each number n, into
 * an archive `before-n` under `root`, and halts it just before its n-th change to the disk; dies when all have halted.
 * Many runs a process, since to start one and to load the code takes longer than a run.
 */
import { join } from 'node:path';
import { FolderArchive } from '../../../lambda/archive/folder.ts';
import { haltedDisk } from '../../support/faulty-disk.ts';
import { smallRun } from './small-run.ts';

const [data = '', root = '', ...changes] = process.argv.slice(2);
for (const change of changes)
  await new Promise<void>((halted, failed) => {
    const archive = new FolderArchive(join(root, `before-${change}`), haltedDisk(Number(change), halted));
    smallRun(data, archive).then(() => failed(new Error(`no change ${change}`)), failed);
  });
process.kill(process.pid, 'SIGKILL');
