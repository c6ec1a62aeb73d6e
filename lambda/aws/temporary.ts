import { readdir, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Per cent of the temporary folder's room that are in use. */
export async function temporaryUsed(): Promise<number> {
  const { blocks, bavail } = await statfs(tmpdir());
  return blocks === 0 ? 0 : 100 * (1 - bavail / blocks);
}

/** Removes what the kernel wrote down of crashed processes: a browser's is as large as its memory. */
export async function sweepCores(folder = tmpdir()): Promise<void> {
  const cores = (await readdir(folder)).filter((name) => /^core(\.|$)/.test(name));
  await Promise.all(cores.map((name) => rm(join(folder, name), { force: true })));
}
