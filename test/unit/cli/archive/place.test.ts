import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { S3Archive } from '../../../../lambda/archive/s3.ts';
import { exitCodes } from '../../../../lambda/archive-layout.ts';
import { programOf } from '../../../../lambda/cli/program.ts';
import { runCommand } from '../../../../lambda/cli/run.ts';
import { csvOf, fourFunds } from '../../../support/four-funds.ts';
import { publishSample, sample } from '../../../support/published-sample.ts';
import { S3Server } from '../../../support/s3-server.ts';
import { temporaryFolder } from '../../../support/temporary.ts';

const server = new S3Server();
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  folder = await temporaryFolder();
  await server.start();
});
afterAll(async () => {
  await server.stop();
  await folder.dispose();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

let stderr = '';

async function type(...args: readonly string[]): Promise<number> {
  stderr = '';
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    stderr += text;
    return true;
  });
  vi.stubEnv('AWS_ENDPOINT_URL', server.origin);
  vi.stubEnv('AWS_REGION', 'us-east-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'id');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
  return await runCommand(args, {});
}

/** Every command that does something, by its words. */
function commandsOf(command: Command, words: readonly string[] = []): [words: string[], Command][] {
  if (command.commands.length === 0) return [[[...words], command]];
  return command.commands.flatMap((one) => commandsOf(one, [...words, one.name()]));
}

/** What has no archive: a list of file names, and what goes by a stack. */
const without = (words: readonly string[]) => words[0] === 'symbols' || words[0] === 'aws';

/** What a command wants beside its archive. */
const wanted: Readonly<Record<string, readonly string[]>> = {
  replay: ['--session', '2025-12-31'],
  backfill: ['--from', '2025-12-31', '--to', '2025-12-31', '--simulated'],
  mail: ['--eml', 'nowhere/mail.eml'],
  diff: ['2025-12-31'],
};

const all = commandsOf(programOf(() => undefined)).filter(([words]) => !without(words));

describe.each(all.map(([words, command]) => [words.join(' '), words, command] as const))(
  '`%s`',
  (_, words, command) => {
    it('takes a folder or a bucket', () => {
      expect(command.options.map(({ flags }) => flags)).toEqual(
        expect.arrayContaining(['--archive <place>', '--out <dir>']),
      );
    });

    it('refuses an address that is no bucket, and two places, before anything is done', async () => {
      const more = wanted[words.at(-1) ?? ''] ?? [];
      expect(await type(...words, ...more, '--archive', 'https://example.org/a')).toBe(exitCodes.badInput);
      expect(stderr).toMatch(/^error: --archive https:\S+ is no archive\nhint: .*s3:\/\/BUCKET/);
      expect(await type(...words, ...more, '--archive', folder.path, '--out', folder.path)).toBe(
        exitCodes.badInput,
      );
      expect(stderr).toMatch(/^error: --archive and --out both name an archive\n/);
      expect(server.requests).toEqual([]);
    });
  },
);

describe('a bucket', () => {
  it('takes what a run publishes, and `replay` and `archive check` hold it', async () => {
    const place = ['--archive', 's3://briefings'];
    const session = ['--session', '2025-12-31'];
    const market = join(folder.path, 'data', 'market');
    await mkdir(market, { recursive: true });
    for (const [symbol, days] of fourFunds('2025-12-01', '2025-12-31'))
      await writeFile(join(market, `${symbol}.csv`), csvOf(days));
    const words = ['--no-pdf', '--data', join(folder.path, 'data'), ...session, ...place];
    expect(await type('run', ...words), stderr).toBe(exitCodes.ok);
    expect([...server.objects.keys()]).toContain('reports/2025-12-31/r1/manifest.json');
    expect(await type('replay', ...session, ...place), stderr).toBe(exitCodes.ok);
    expect(await type('archive', 'check', ...place), stderr).toBe(exitCodes.ok);
  });

  it('is where the mail is made from', async () => {
    server.objects.clear();
    const archive = new S3Archive({ client: server.client(), bucket: 'briefings' });
    await publishSample(archive, '2026-01-01T00:00:00.000Z');
    const file = join(folder.path, 'mail.eml');
    const words = ['mail', '--session', sample.session, '--archive', 's3://briefings', '--eml', file];
    expect(await type(...words), stderr).toBe(exitCodes.ok);
    expect(await readFile(file, 'utf8')).toContain('Subject: ');
  });
});
