import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
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

  /**
   * Adds a resource to the synthesised template that cannot be made, after everything else was: one that waits for a
   * signal that never comes.
   * @returns takes it out again
   */
  spoil(): () => void {
    const names = ['SmallcapBriefing.template.json', 'SmallcapBriefing.assets.json', 'manifest.json'];
    const files = names.map((name) => ({ path: join(this.#assembly, name), text: '' }));
    for (const file of files) file.text = readFileSync(file.path, 'utf8');
    const [{ path, text } = { path: '', text: '' }, ...others] = files;
    const template: { Resources: Record<string, unknown> } = JSON.parse(text);
    const DependsOn = Object.keys(template.Resources);
    Object.assign(template.Resources, {
      Unheard: { Type: 'AWS::CloudFormation::WaitConditionHandle' },
      Waiting: {
        Type: 'AWS::CloudFormation::WaitCondition',
        DependsOn,
        Properties: { Handle: { Ref: 'Unheard' }, Timeout: '1', Count: 1 },
      },
    });
    writeFileSync(path, JSON.stringify(template));
    // What was uploaded under the name of a template is not uploaded again: this one has another.
    const name = /([0-9a-f]{64})\.json/.exec(others.map((other) => other.text).join())?.[1] ?? '';
    for (const other of others) writeFileSync(other.path, other.text.replaceAll(name, 'f'.repeat(64)));
    return () => {
      for (const file of files) writeFileSync(file.path, file.text);
    };
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
