/**
 * Run as a process of its own: writes one session's worth into the folder archive named by its first argument and
 * dies just before its n-th change to the disk, n the second. Dies of nothing when n is beyond the last change.
 */
import { FolderArchive } from '../../lambda/archive/folder.ts';
import { dyingDisk } from './faulty-disk.ts';
import { writeSession } from './one-session.ts';

const [folder = '', change = '0'] = process.argv.slice(2);
await writeSession(new FolderArchive(folder, dyingDisk(Number(change))));
