import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder, treeOf } from '../support/temporary.ts';
import { briefing, ended, launch } from './support/command.ts';
import { briefingHere } from './support/here.ts';
import { session, smallData } from './support/small-data.ts';

let root: { path: string; dispose: () => Promise<void> };
let data: string;
beforeAll(async () => {
  root = await temporaryFolder();
  data = await smallData(join(root.path, 'data'));
});
afterAll(() => root.dispose());

describe('help', () => {
  it.each([
    [['--help']],
    [['run', '--help']],
    [['demo', '--help']],
    [['replay', '--help']],
    [['backfill', '--help']],
    [['archive', 'check', '--help']],
  ])('of %j lists options, an example and the exit codes', async (args) => {
    const { code, stdout, stderr } = await briefingHere(args);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/Usage: briefing/);
    expect(stdout).toMatch(/Examples?:\n {2}npm run /);
    for (const exit of ['0    published', '1    ', '2    bad usage', '3    the gate refused', '130  '])
      expect(stdout).toContain(`\n  ${exit}`);
  });
});

describe('output to a stream that is no terminal', () => {
  it('is plain lines, a step each, without escape codes', async () => {
    const out = join(root.path, 'plain');
    const { stdout } = await briefing(['--data', data, '--session', session, '--out', out, '--no-pdf']);
    for (const step of ['collect', 'analyse', 'render', 'publish'])
      expect(stdout).toMatch(new RegExp(`^${step} \\d+\\.\\d\\d s$`, 'm'));
    expect(stdout).not.toContain('\u001b');
    expect(stdout).not.toContain('\r');
  });

  it('does not mind a reader that goes away', async () => {
    const out = join(root.path, 'deaf');
    const child = launch(['--data', data, '--session', session, '--out', out, '--no-pdf']);
    child.stdout.destroy();
    let stderr = '';
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    const [code] = await once(child, 'exit');
    expect([code, stderr]).toEqual([0, '']);
  });
});

describe('an interrupted run', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('ends at %s with exit code %i, nothing half-published', async (signal, code) => {
    const out = join(root.path, signal);
    const child = launch(['--data', data, '--session', session, '--out', out]);
    const end = ended(child);
    // Once the first step is printed the run is under way, its browser with it.
    await once(child.stdout, 'data');
    child.kill(signal);
    const { code: exit, signal: killedBy, stderr } = await end;
    expect(stderr).toContain('interrupted');
    expect(stderr).not.toContain('bug');
    expect([exit, killedBy]).toEqual([code, null]);
    const left = Object.keys(await treeOf(join(out, 'reports')));
    expect(left.filter((path) => path.endsWith('manifest.json'))).toEqual([]);
    expect(left).toEqual([]);
  });
});
