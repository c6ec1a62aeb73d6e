import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const repository = join(import.meta.dirname, '../../..');
const requirements = join(import.meta.dirname, '../requirements.txt');

/**
 * A virtual environment with the pinned emulator in it, made once for each version of the pins and
 * marked when it is whole. Needs Python 3.10 or newer as `python3`.
 * @returns its folder of programs
 */
export async function pythonPrograms(): Promise<string> {
  const pins = createHash('sha256').update(readFileSync(requirements)).digest('hex').slice(0, 12);
  const folder = join(repository, 'dist', 'python', pins);
  if (existsSync(join(folder, 'whole'))) return join(folder, 'bin');
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(repository, 'dist', 'python'), { recursive: true });
  await run('python3', ['-m', 'venv', folder]);
  const options = ['--quiet', '--disable-pip-version-check', '--require-hashes', '--only-binary=:all:'];
  await run(join(folder, 'bin', 'python'), ['-m', 'pip', 'install', ...options, '-r', requirements]);
  await writeFile(join(folder, 'whole'), '');
  return join(folder, 'bin');
}
