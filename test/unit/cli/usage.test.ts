import { existsSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { exitCodes } from '../../../lambda/archive-layout.ts';
import { exitCodeHelp } from '../../../lambda/cli/command.ts';
import { runCommand } from '../../../lambda/cli/run.ts';
import { capturedOutput } from '../../support/captured-output.ts';

let output = { stdout: '', stderr: '' };

/** Runs the command line in this process, its words kept. */
async function type(...args: string[]): Promise<number> {
  output = capturedOutput().output;
  return await runCommand(args, {});
}
afterEach(() => vi.restoreAllMocks());

describe('an option without a value', () => {
  it.each([['--out='], ['--out', ''], ['--data', ' '], ['--session='], ['replay', '--session', '']])(
    'is bad usage: %j %j',
    async (...args) => {
      expect(await type(...args)).toBe(exitCodes.badInput);
      expect(output.stderr).toMatch(/^error: option '--\w+ <\w+>' is given without a value\n/);
    },
  );
});

describe('an address in place of a folder', () => {
  it.each([
    ['--out', 's3://my-bucket'],
    ['archive', 'check', '--out=s3:/my-bucket'],
    ['--data', 'https://example.org/data'],
    ['replay', '--session', '2025-12-31', '--out', 'S3://my-bucket/archive'],
  ])('is bad usage, and nothing is written: %j %j %j %j', async (...args) => {
    expect(await type(...args.filter((one) => one !== undefined))).toBe(exitCodes.badInput);
    expect(output.stderr).toMatch(
      /^error: option '--\w+ <dir>' takes a folder, and \S+ is an address\nhint: .*--archive s3:\/\/BUCKET/,
    );
    expect(existsSync('s3:') || existsSync('https:')).toBe(false);
  });
});

describe('an option that is given twice', () => {
  it.each([
    ['--session', '2025-12-30', '--session', '2025-12-31'],
    ['demo', '--out', 'a', '--out=a'],
    ['archive', 'check', '--out', 'a', '--out', 'b'],
  ])('is bad usage: %j %j %j %j', async (...args) => {
    expect(await type(...args)).toBe(exitCodes.badInput);
    expect(output.stderr).toMatch(/^error: option '--\w+ <\w+>' is given twice\n/);
  });
});

it.each([
  ['repaly', /^error: repaly is not a command \(did you mean replay\?\)\n/],
  ['../data', /^error: \.\.\/data is not a command\nhint: .*--data FOLDER/],
  ['publish', /^error: publish is not a command\nhint: Commands are run, demo, /],
])('names a first word that is no command: %s', async (word, words) => {
  expect(await type(word, '--session', '2025-12-31')).toBe(exitCodes.badInput);
  expect(output.stderr).toMatch(words);
});

it('reports bad usage as one JSON object', async () => {
  expect(await type('--json', '--sesion', 'x')).toBe(exitCodes.badInput);
  expect(JSON.parse(output.stdout)).toEqual({
    status: 'failed',
    exitCode: 2,
    error: { kind: 'UsageError', message: expect.stringContaining("unknown option '--sesion'") },
  });
});

it('names its version', async () => {
  expect([await type('--version'), output.stdout]).toEqual([
    0,
    expect.stringMatching(/^smallcap-briefing \d+\.\d+\.\d+/),
  ]);
});

describe('the help', () => {
  it.each([40, 80, 120])('of every command fits %i columns, examples apart', async (columns) => {
    let all = '';
    const real = Object.getOwnPropertyDescriptor(process.stdout, 'columns');
    Object.defineProperty(process.stdout, 'columns', { value: columns, configurable: true });
    try {
      for (const name of ['', 'run', 'demo', 'replay', 'backfill', 'sources', 'symbols', 'archive']) {
        await type(...(name === '' ? [] : [name]), '--help');
        all += output.stdout;
      }
    } finally {
      if (real === undefined) Reflect.deleteProperty(process.stdout, 'columns');
      else Object.defineProperty(process.stdout, 'columns', real);
    }
    const lines = all.split('\n').filter((line) => !line.startsWith('  npm run'));
    expect(lines.length).toBeGreaterThan(100);
    for (const line of lines) expect(line.length, line).toBeLessThanOrEqual(columns);
  });

  it('has every exit code, within the width of the terminal', () => {
    for (const columns of [40, 80, 100]) {
      const lines = exitCodeHelp(columns).split('\n');
      for (const line of lines) expect(line.length).toBeLessThanOrEqual(columns);
      for (const code of [...Object.values(exitCodes), 130])
        expect(lines.filter((line) => line.startsWith(`  ${String(code).padEnd(5)}`))).toHaveLength(1);
    }
  });
});
