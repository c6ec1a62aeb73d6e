import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Where this code lies: the checkout, or the folder of an installed release. */
export const ownFolder = resolve(import.meta.dirname, '../..');

/**
 * The commit of a checkout: twelve digits, with `-modified` when a file that git keeps differs from it. `unknown`
 * where git cannot say (it is not installed, or there is no commit yet), undefined where the folder is no checkout.
 *
 * The folder's own `.git` alone counts: a release installed within another repository has none of its commits, and
 * variables such as `GIT_DIR`, which git sets for its hooks, may mean another repository.
 */
export async function commitOf(
  folder: string,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<string | undefined> {
  const repository = join(folder, '.git');
  if (!existsSync(repository)) return undefined;
  const own = Object.entries(environment).filter(([name]) => !name.startsWith('GIT_'));
  // Read only: the index is not refreshed on disk, so that no lock of it is ever in anyone’s way. No time-out: its timer
  // would end an answer that came while the process was busy with a briefing.
  const env = { ...Object.fromEntries(own), GIT_OPTIONAL_LOCKS: '0' };
  const which = [`--git-dir=${repository}`, `--work-tree=${folder}`];
  const ask = ['describe', '--always', '--exclude=*', '--abbrev=12', '--dirty=-modified'];
  try {
    const { stdout } = await run('git', [...which, ...ask], { cwd: folder, env });
    return stdout.trim() || 'unknown';
  } catch {
    return 'unknown';
  }
}
