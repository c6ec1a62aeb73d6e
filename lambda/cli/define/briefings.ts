import type { Command } from 'commander';
import { working } from '../command.ts';
import { about, type Define, withPlace } from './common.ts';

/** Lines of the help, each with its own command. */
export const runExamples = [
  'demo',
  'briefing -- --data FOLDER',
  'briefing -- replay --session 2025-12-31',
] as const;

export const defineRun: Define = (command, ended) =>
  working(
    publishing(
      command
        .description('make the briefing of one session from market and macro data, and publish it')
        .option('--data <dir>', 'folder of CSV files: market/SYMBOL.csv, macro/SERIES.csv (see `symbols`)')
        .option(
          '--offline',
          'without --data: ask no provider, use what earlier live runs kept in the archive',
        )
        .option(
          '--session <date>',
          'session to report on, YYYY-MM-DD (default: the newest that has closed; with --data or --offline the newest that the data have)',
        ),
    ),
    runExamples.slice(1, 2),
    ended,
    async () => (await import('../commands/briefing.ts')).briefingCommand,
  );

export const defineDemo: Define = (command, ended) =>
  working(
    publishing(
      command
        .description('make a briefing offline from a simulated market; every page says SIMULATED DATA')
        .option('--session <date>', 'session to simulate, YYYY-MM-DD (default: the newest that has closed)'),
    ),
    runExamples.slice(0, 1),
    ended,
    async () => (await import('../commands/briefing.ts')).demoCommand,
  );

export const defineReplay: Define = (command, ended) =>
  working(
    withPlace(about(command))
      .description('rebuild a published briefing from the archive and say byte-identical or what differs')
      .requiredOption('--session <date>', 'session to replay, YYYY-MM-DD')
      .option('--revision <n>', 'revision to replay (default: the newest)'),
    runExamples.slice(2),
    ended,
    async () => (await import('../commands/replay.ts')).replayCommand,
  );

export const defineBackfill: Define = (command, ended) =>
  working(
    withPlace(about(command))
      .description('make the briefing of every session from one date to another, in one process')
      .requiredOption('--from <date>', 'first date, YYYY-MM-DD')
      .requiredOption('--to <date>', 'last date, YYYY-MM-DD')
      .option('--data <dir>', 'folder of CSV files: market/SYMBOL.csv, macro/SERIES.csv (see `symbols`)')
      .option('--simulated', 'use the simulated market')
      .option('--offline', 'without either: ask no provider, use what earlier live runs kept in the archive')
      .option('--pdf', 'print PDFs too')
      .option('--paper <size>', 'paper of the PDFs: a4 or letter', 'a4')
      .option('--allow-incomplete', 'publish sessions that lack a required series, marked INCOMPLETE')
      .option('--now <instant>', 'the clock of the run (default: the real time)'),
    ['briefing -- backfill --from 2025-01-01 --to 2025-12-31 --simulated'],
    ended,
    async () => (await import('../commands/backfill.ts')).backfillCommand,
  );

export const defineSources: Define = (command, ended) =>
  working(
    withPlace(about(command))
      .description(
        'ask every provider and show each series: who answered, how old, how many rows; publish nothing',
      )
      .option('--session <date>', 'session to ask for, YYYY-MM-DD (default: the newest that has closed)')
      .option('--probe', 'one series from each source: what came back, what it means, what to do')
      .option('--offline', 'ask no provider, show what earlier live runs kept in the archive')
      .option('--now <instant>', 'the clock of the run (default: the real time)'),
    ['briefing -- sources', 'briefing -- sources --probe'],
    ended,
    async () => (await import('../commands/sources.ts')).sourcesCommand,
  );

export const defineSymbols: Define = (command, ended) =>
  working(
    about(command).description(
      'list the files that --data can use, what each is for, and what must be in them',
    ),
    ['briefing -- symbols'],
    ended,
    async () => (await import('../commands/symbols.ts')).symbolsCommand,
  );

const publishing = (command: Command): Command =>
  withPlace(about(command))
    .option('--paper <size>', 'paper of the PDF: a4 or letter', 'a4')
    .option('--no-pdf', 'leave the PDF out')
    .option('--allow-incomplete', 'publish even without a required series, marked INCOMPLETE on every page')
    .option('--now <instant>', 'the clock of the run, as 2025-12-31T22:50Z (default: the real time)');
