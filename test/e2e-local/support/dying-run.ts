/**
 * Run as a process of its own: publishes the small data's session from the folder `data` into the archive `out`
 * and dies just before its n-th change to the disk.
 */
import { FolderArchive } from '../../../lambda/archive/folder.ts';
import { dyingDisk } from '../../support/faulty-disk.ts';
import { smallRun } from './small-run.ts';

const [data = '', out = '', n = '1'] = process.argv.slice(2);
await smallRun(data, new FolderArchive(out, dyingDisk(Number(n))));
