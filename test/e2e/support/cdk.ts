import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Emulator } from './emulator.ts';

const run = promisify(execFile);
const repository = join(import.meta.dirname, '../../..');

/** The CDK's own command line against the emulator, as a person would use it; synthesised once for all commands. */
export class Cdk {
  readonly #emulator: Emulator;
  readonly #folder: string;

  /** @param folder for what it synthesises */
  constructor(emulator: Emulator, folder: string) {
    this.#emulator = emulator;
    this.#folder = folder;
  }

  get #assembly(): string {
    return join(this.#folder, 'cdk.out');
  }

  async synth(context: Readonly<Record<string, string>>): Promise<void> {
    const settings = Object.entries(context).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    await this.#run(['synth', '--quiet', '--output', this.#assembly, ...settings]);
  }

  /** Wants no app: away from the repository none is found, and none is synthesised. */
  async bootstrap(): Promise<void> {
    await this.#run(['bootstrap', 'aws://000000000000/us-east-1'], this.#folder);
  }

  /** @returns the outputs of the stack, by name */
  async deploy(): Promise<Record<string, string>> {
    const outputs = join(this.#folder, 'outputs.json');
    const quietly = ['--require-approval', 'never', '--outputs-file', outputs];
    await this.#run(['deploy', '--app', this.#assembly, ...quietly]);
    const written: Record<string, Record<string, string>> = JSON.parse(readFileSync(outputs, 'utf8'));
    return written.SmallcapBriefing ?? {};
  }

  async destroy(): Promise<void> {
    await this.#run(['destroy', '--app', this.#assembly, '--force']);
  }

  async #run(words: readonly string[], cwd = repository): Promise<void> {
    const program = join(repository, 'node_modules', '.bin', 'cdk');
    await run(program, [...words, '--no-color', '--no-notices', '--ci'], {
      cwd,
      env: { ...process.env, ...this.#emulator.environment, CDK_DISABLE_CLI_TELEMETRY: '1' },
      maxBuffer: 1 << 26,
    });
  }
}
