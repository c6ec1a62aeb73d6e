import { Command, CommanderError } from 'commander';
import { exitCodes } from '../contract.ts';
import { failureOf } from './failure.ts';
import { Terminal } from './terminal.ts';

const exitCodeHelp = `
Exit codes:
  0  published, or already there
  1  something failed that was not your doing (a full disk, a damaged archive, a replay that differs)
  2  bad usage or bad input
  3  the gate refused: a required series is not there for the session
  130, 143  interrupted; nothing half-published`;

/** One command's work; resolves to the exit code. */
export type Action<Options> = (options: Options, terminal: Terminal) => Promise<number>;

interface Common {
  readonly json?: boolean;
  readonly debug?: boolean;
}

/**
 * The command line. Each command loads its own code, so `--help` stays quick.
 * @returns the exit code
 */
export async function main(args: readonly string[]): Promise<number> {
  let exitCode: number = exitCodes.ok;
  const run =
    <Options extends Common>(load: () => Promise<Action<Options>>) =>
    async (options: Options) => {
      exitCode = await perform(load, options);
    };

  const program = command(new Command('briefing'))
    .description('Makes a daily small-cap rotation & TNA briefing and keeps it in an archive folder.')
    .enablePositionalOptions();

  const briefing = command(program.command('run', { isDefault: true }))
    .summary('make the briefing of one session (the default command)')
    .description('Makes the briefing of one session from market and macro data and publishes it.')
    .option('--data <dir>', 'folder of CSV files: market/SYMBOL.csv, macro/SERIES.csv')
    .option('--session <date>', 'session to report on, YYYY-MM-DD (default: the newest that has closed)');
  publishing(briefing)
    .addHelpText('after', example('briefing -- --data ../shared/data --session 2025-12-31 --out out'))
    .action(run(async () => (await import('./commands/briefing.ts')).briefing));

  publishing(
    command(program.command('demo'))
      .summary('make a briefing offline from the built-in simulated market')
      .description('Makes a briefing from the built-in simulated market. Every page says SIMULATED DATA.')
      .option('--session <date>', 'session to simulate, YYYY-MM-DD (default: the newest that has closed)'),
  )
    .addHelpText('after', example('demo'))
    .action(run(async () => (await import('./commands/briefing.ts')).demo));

  command(program.command('replay'))
    .summary('rebuild a published briefing from the archive and compare')
    .description(
      'Rebuilds report.json from its archived snapshot and the pages from report.json, and says\nbyte-identical or what differs.',
    )
    .requiredOption('--session <date>', 'session to replay, YYYY-MM-DD')
    .option('--revision <n>', 'revision to replay (default: the newest)')
    .option('--out <dir>', 'archive folder', 'out')
    .addHelpText('after', example('briefing -- replay --session 2025-12-31 --out out'))
    .action(run(async () => (await import('./commands/replay.ts')).replay));

  command(program.command('backfill'))
    .summary('make the briefings of many sessions')
    .description('Makes the briefing of every session from one date to another, in one process.')
    .requiredOption('--from <date>', 'first date, YYYY-MM-DD')
    .requiredOption('--to <date>', 'last date, YYYY-MM-DD')
    .option('--data <dir>', 'folder of CSV files: market/SYMBOL.csv, macro/SERIES.csv')
    .option('--simulated', 'use the simulated market')
    .option('--pdf', 'print PDFs too')
    .option('--out <dir>', 'archive folder', 'out')
    .option('--paper <size>', 'paper of the PDF: a4 or letter', 'a4')
    .option('--allow-incomplete', 'publish sessions that lack a required series, marked INCOMPLETE')
    .option('--now <instant>', 'the clock of the run, as 2025-12-31T22:50:00Z')
    .addHelpText(
      'after',
      example('briefing -- backfill --from 2025-01-01 --to 2025-12-31 --data ../shared/data'),
    )
    .action(run(async () => (await import('./commands/backfill.ts')).backfill));

  const archive = program.command('archive').description('Looks after the archive.');
  command(archive.command('check'))
    .description(
      'Verifies every published file against its manifest and every snapshot against its payloads,\nand repairs the index.',
    )
    .option('--out <dir>', 'archive folder', 'out')
    .addHelpText('after', example('briefing -- archive check --out out'))
    .action(run(async () => (await import('./commands/check.ts')).check));

  try {
    await program.parseAsync([...args], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? exitCodes.ok : exitCodes.badInput;
  }
  return exitCode;
}

/** What every command understands, and how it fails. */
function command(made: Command): Command {
  return made
    .option('--json', 'print one JSON object and nothing else')
    .option('--debug', 'show the stack of a bug')
    .exitOverride()
    .showSuggestionAfterError()
    .showHelpAfterError('Run with --help for what is understood.')
    .addHelpText('after', exitCodeHelp);
}

function publishing(made: Command): Command {
  return made
    .option('--out <dir>', 'archive folder', 'out')
    .option('--paper <size>', 'paper of the PDF: a4 or letter', 'a4')
    .option('--no-pdf', 'leave the PDF out')
    .option('--allow-incomplete', 'publish even without a required series, marked INCOMPLETE on every page')
    .option('--now <instant>', 'the clock of the run, as 2025-12-31T22:50:00Z (default: the real time)');
}

function example(line: string): string {
  return `\nExample:\n  npm run ${line}`;
}

async function perform<Options extends Common>(
  load: () => Promise<Action<Options>>,
  options: Options,
): Promise<number> {
  const terminal = new Terminal(options);
  try {
    const action = await load();
    return await action(options, terminal);
  } catch (error) {
    const { exitCode, kind, message, hint, stack } = failureOf(error);
    terminal.complain(`${terminal.styledError('red', 'error:')} ${message}`);
    if (hint !== undefined) terminal.complain(`${terminal.styledError('dim', 'hint:')} ${hint}`);
    if (terminal.debug && stack !== undefined) terminal.complain(stack);
    if (terminal.json)
      terminal.printJson({ status: 'failed', exitCode, error: { kind, message, ...(hint ? { hint } : {}) } });
    return exitCode;
  }
}
