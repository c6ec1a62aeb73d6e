import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

export interface Init {
  /** Milliseconds from the start of the process to the handler being loaded. */
  readonly init: number;
  /** Milliseconds of processor time that loading it took: what a busy machine does not change much. */
  readonly processor: number;
}

export interface Outcome {
  readonly answer?: unknown;
  readonly error?: { readonly name: string; readonly message: string };
  readonly milliseconds: number;
}

/** A handler's asset in a process like that of a Lambda: its folder, an empty temporary one, its variables, no more. */
export class Shaped {
  readonly #child: ChildProcess;
  readonly #sampler: NodeJS.Timeout;
  /** How the handler was loaded. */
  readonly init: Promise<Init>;
  /** Most bytes that the process and those under it had in memory together. */
  peak = 0;

  constructor(asset: string, temporary: string, variables: Record<string, string>) {
    const script = join(import.meta.dirname, 'lambda-shaped.js');
    this.#child = fork(script, [join(asset, 'index.mjs')], {
      cwd: asset,
      env: {
        PATH: process.env.PATH ?? '',
        TMPDIR: temporary,
        AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
        AWS_LAMBDA_FUNCTION_NAME: 'shaped',
        AWS_REGION: 'us-east-1',
        AWS_ACCESS_KEY_ID: 'id',
        AWS_SECRET_ACCESS_KEY: 'secret',
        ...variables,
      },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    this.init = this.#message<Init>();
    this.#sampler = setInterval(() => this.#sample(), 25);
  }

  async invoke(event: object): Promise<Outcome> {
    await this.init;
    const outcome = this.#message<Outcome>();
    this.#child.send(event);
    return outcome;
  }

  async end(): Promise<void> {
    clearInterval(this.#sampler);
    if (this.#child.exitCode !== null) return;
    const gone = once(this.#child, 'exit');
    this.#child.kill('SIGTERM');
    await gone;
  }

  async #message<T>(): Promise<T> {
    const gone = once(this.#child, 'exit').then(() => {
      throw new Error('the function’s process ended');
    });
    gone.catch(() => undefined);
    const [message] = await Promise.race([once(this.#child, 'message'), gone]);
    return message as T;
  }

  #sample(): void {
    const { pid } = this.#child;
    if (pid !== undefined) this.peak = Math.max(this.peak, residentOf(pid));
  }
}

/** Bytes in memory of a process and all under it; 0 for one that is gone. */
function residentOf(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const own = Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1024;
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
    return children
      .split(' ')
      .filter(Boolean)
      .map(Number)
      .map(residentOf)
      .reduce((a, b) => a + b, own);
  } catch {
    return 0;
  }
}

/** Bytes of every file under a folder. */
export function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => statSync(join(entry.parentPath, entry.name)).size)
    .reduce((a, b) => a + b, 0);
}
