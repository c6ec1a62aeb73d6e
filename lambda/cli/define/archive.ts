import type { Command } from 'commander';
import { type Ended, exitCodeHelp, wellBehaved, working } from '../command.ts';
import { type Define, withPlace } from './common.ts';

export function defineArchive(command: Command, ended: Ended): void {
  const archive = wellBehaved(command)
    .description('look after the archive')
    .usage('<command>')
    .addHelpText('after', exitCodeHelp());
  defineList(archive.command('ls'), ended);
  defineShow(archive.command('show'), ended);
  defineDiff(archive.command('diff'), ended);
  defineExport(archive.command('export'), ended);
  defineCheck(archive.command('check').alias('verify'), ended);
  defineRebuild(archive.command('rebuild'), ended);
}

const defineList: Define = (command, ended) =>
  working(
    withPlace(command)
      .description('list the published sessions, newest first, each at its newest revision')
      .option('--last <n>', 'the newest so many')
      .option('--year <year>', 'those of one year')
      .option('--state <name>', 'those in a state of the rotation, by its first letters: small, large, none')
      .option('--flips', 'those on which the state changed')
      .option('--corrected', 'those with more than one revision')
      .option('--incomplete', 'those that are marked INCOMPLETE'),
    ['briefing -- archive ls --last 20', 'briefing -- archive ls --archive s3://BUCKET'],
    ended,
    async () => (await import('../commands/archive-ls.ts')).listCommand,
  );

const defineShow: Define = (command, ended) =>
  working(
    withPlace(command)
      .description('say what a published briefing says, or some of its figures')
      .argument('[session]', '2025-12-31, or 2025-12-31/r1 (default: the newest)')
      .option('--figure <ids>', 'these figures: ids with commas between, * for any characters')
      .option('--from <date>', 'with one figure: what it was on each session from this date on, YYYY-MM-DD')
      .option('--to <date>', 'the same, to this date')
      .option('--section <name>', 'one section in words and columns, by its id or the start of its title')
      .option('--open', 'open the page in the browser'),
    [
      'briefing -- archive show 2025-12-31',
      "briefing -- archive show --figure 'rotation.*'",
      'briefing -- archive show --figure rotation.score --from 2025-01-01',
    ],
    ended,
    async () => (await import('../commands/archive-show.ts')).showCommand,
  );

const defineDiff: Define = (command, ended) =>
  working(
    withPlace(command)
      .description('say which figures differ between two briefings')
      .argument('<from>', '2025-12-31, or 2025-12-31/r1')
      .argument('[to]', 'the same (default: the last two revisions of the first are compared)')
      .option('--all', 'every figure that is printed otherwise, not the first twenty')
      .option('--id <ids>', 'these figures, all of them: with commas between, * for any characters'),
    [
      'briefing -- archive diff 2025-12-31/r1 2025-12-31/r2',
      'briefing -- archive diff 2025-12-30 2025-12-31',
    ],
    ended,
    async () => (await import('../commands/archive-diff.ts')).diffCommand,
  );

const defineExport: Define = (command, ended) =>
  working(
    withPlace(command)
      .description('write the figures of many sessions to standard output, a row for each figure and session')
      .option('--id <ids>', 'these figures: with commas between, * for any characters (default: all)')
      .option('--from <date>', 'first session, YYYY-MM-DD')
      .option('--to <date>', 'last session, YYYY-MM-DD')
      .option('--format <name>', 'csv, jsonl or parquet', 'csv'),
    [
      "--silent briefing -- archive export --id 'rotation.*' > figures.csv",
      '--silent briefing -- archive export --from 2025-01-01 --format parquet > figures.parquet',
    ],
    ended,
    async () => (await import('../commands/archive-export.ts')).exportCommand,
  );

const defineCheck: Define = (command, ended) =>
  working(
    withPlace(command)
      .description(
        'verify every file, snapshot, index and page by hashes and by what the briefings make; repair the index',
      )
      .option('--since <date>', 'only sessions from this date on, YYYY-MM-DD')
      .option(
        '--digest <digits>',
        'find the briefing by the twelve digits at the foot of its mail, and prove it',
      ),
    ['briefing -- archive verify', 'briefing -- archive verify --digest 1a2b3c4d5e6f'],
    ended,
    async () => (await import('../commands/check.ts')).checkCommand,
  );

const defineRebuild: Define = (command, ended) =>
  working(
    withPlace(command).description(
      'make the index and the pages of the archive again, from its revisions alone',
    ),
    ['briefing -- archive rebuild'],
    ended,
    async () => (await import('../commands/archive-rebuild.ts')).rebuildCommand,
  );

/** The archive's site on this machine. */
export const definePreview: Define = (command, ended) =>
  working(
    withPlace(command)
      .description('show the site of the archive on this machine, as the deployed one would be, until Ctrl-C')
      .option('--port <number>', 'where it listens, on 127.0.0.1 alone; 0 for any that is free', '8080')
      .option(
        '--data',
        'with the files of all figures, which the deployed site shows by `readers.data` only',
      ),
    ['briefing -- preview'],
    ended,
    async () => (await import('../commands/preview.ts')).previewCommand,
  );
