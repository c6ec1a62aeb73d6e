import { spawn } from 'node:child_process';
import { join } from 'node:path';

const repository = join(import.meta.dirname, '../../..');
const start = join(repository, 'lambda/cli/start.js');

export interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The command line as a process of its own, its output piped. Rejects nothing: a test looks at how it ended. */
export function briefing(args: readonly string[], env: Record<string, string> = {}): Promise<Ended> {
  return ended(launch(args, env));
}

/** The same, still running. */
export function launch(args: readonly string[], env: Record<string, string> = {}) {
  return spawn(process.execPath, [start, ...args], { cwd: repository, env: { ...process.env, ...env } });
}

export function ended(child: ReturnType<typeof launch>): Promise<Ended> {
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
}
