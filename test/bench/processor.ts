import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Milliseconds of the processors that this process has had so far. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** What a command took: by the clock, and of the processors together with every process that it started. */
export interface Taken {
  readonly wall: number;
  readonly processor: number;
}

/**
 * Runs a command to its end. Processor time is what a busy machine distorts least; the shell says what its children had,
 * a browser among them. Milliseconds.
 */
export async function taken(cwd: string, command: string, ...args: readonly string[]): Promise<Taken> {
  const started = performance.now();
  const script = '"$@" >/dev/null || exit; times';
  const { stdout } = await run('sh', ['-c', script, 'sh', command, ...args], { cwd, maxBuffer: 2 ** 26 });
  const wall = performance.now() - started;
  // The second line is of the children: user and system time.
  const [, children = ''] = stdout.trim().split('\n');
  const parts = [...children.matchAll(/(\d+)m([\d.]+)s/g)];
  if (parts.length !== 2) throw new Error(`the shell does not say its times: ${stdout}`);
  return {
    wall,
    processor: parts.reduce(
      (sum, [, minutes, seconds]) => sum + Number(minutes) * 6e4 + Number(seconds) * 1e3,
      0,
    ),
  };
}
