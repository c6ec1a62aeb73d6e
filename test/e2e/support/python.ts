import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const requirements = join(import.meta.dirname, '../requirements.txt');
const kept = join(import.meta.dirname, '../../../dist/python');

/** What the emulator and its packages need; and the names under which a machine may have it. */
const oldest = [3, 10] as const;
const names = ['python3', 'python3.14', 'python3.13', 'python3.12', 'python3.11', 'python3.10', 'python'];

export interface Python {
  readonly program: string;
  /** What it needs in its environment to find the packages. */
  readonly environment: Readonly<Record<string, string>>;
}

/**
 * A Python with the pinned emulator: in a virtual environment, or where the machine cannot make one in a plain folder.
 * Made once for each version of Python and of the pins; it appears whole, so two that make it do not meet.
 *
 * @throws Error in one line, when the machine has no Python that will do, or no way to install packages
 */
export async function pythonWithEmulator(): Promise<Python> {
  const { program, version } = await python();
  const pins = createHash('sha256').update(readFileSync(requirements)).digest('hex').slice(0, 12);
  const folder = join(kept, `${version}-${pins}`);
  if (!existsSync(folder)) await install(program, folder);
  return installedIn(folder, program);
}

async function python(): Promise<{ program: string; version: string }> {
  const seen: string[] = [];
  for (const program of names) {
    const asked = await run(program, ['-c', 'import sys; print("%d.%d" % sys.version_info[:2])']).catch(
      () => null,
    );
    if (asked === null) continue;
    const version = asked.stdout.trim();
    const [major = 0, minor = 0] = version.split('.').map(Number);
    if (major === oldest[0] && minor >= oldest[1]) return { program, version };
    seen.push(`${program} is ${version}`);
  }
  const found = seen.length === 0 ? 'there is none' : seen.join(', ');
  throw new Error(
    `the end-to-end tests run an emulator of AWS that needs Python ${oldest.join('.')} or newer, and ${found}: install python3 and python3-venv`,
  );
}

async function install(program: string, folder: string): Promise<void> {
  await mkdir(kept, { recursive: true });
  const staged = await mkdtemp(join(kept, 'staged-'));
  try {
    await fill(program, staged);
    await rename(staged, folder);
  } catch (error) {
    await rm(staged, { recursive: true, force: true });
    // Another process was first with the very same.
    if (!existsSync(folder)) throw error;
  }
}

/** Debian and Ubuntu sell Python without what makes environments; its pip can still fill a folder. */
async function fill(program: string, folder: string): Promise<void> {
  const pip = [
    '-m',
    'pip',
    'install',
    '--quiet',
    '--disable-pip-version-check',
    '--no-input',
    '--no-warn-script-location',
  ];
  const pinned = ['--require-hashes', '--only-binary=:all:', '-r', requirements];
  const environment = await run(program, ['-m', 'venv', '--clear', folder]).catch(() => null);
  if (environment !== null) {
    await run(join(folder, 'bin/python'), [...pip, ...pinned]);
    return;
  }
  await rm(folder, { recursive: true, force: true });
  await run(program, ['-m', 'pip', '--version']).catch((cause: unknown) => {
    throw new Error(`${program} can make no virtual environment and has no pip: install python3-venv`, {
      cause,
    });
  });
  await run(program, [...pip, ...pinned, '--target', join(folder, 'packages')]);
}

function installedIn(folder: string, program: string): Python {
  const packages = join(folder, 'packages');
  return existsSync(packages)
    ? { program, environment: { PYTHONPATH: packages } }
    : { program: join(folder, 'bin/python'), environment: {} };
}
