/**
 * Run as a process of its own: writes one session's worth into a folder archive `before-n` under its first argument, for
 * each further argument n, and halts it just before its n-th change to the disk; dies when all have halted. Many a process,
 * since to start one takes longer than to write.
 */
import { join } from 'node:path';
import { FolderArchive } from '../../lambda/archive/folder.ts';
import { haltedDisk } from './faulty-disk.ts';
import { writeSession } from './one-session.ts';

const [root = '', ...changes] = process.argv.slice(2);
await Promise.all(
  changes.map(
    (change) =>
      new Promise<void>((halted, failed) => {
        const archive = new FolderArchive(join(root, `before-${change}`), haltedDisk(Number(change), halted));
        writeSession(archive).then(() => failed(new Error(`no change ${change}`)), failed);
      }),
  ),
);
process.kill(process.pid, 'SIGKILL');
