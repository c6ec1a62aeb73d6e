import { Command, CommanderError } from 'commander';
import { defaultEdition, editionNames, editionOf } from '../editions/index.ts';
import { codeName } from '../runtime/code.ts';
import { type Ended, exitCodeHelp, wellBehaved, working } from './command.ts';

/** `tna, Small-cap rotation & TNA` */
const titles = editionNames.map((name) => `${name}, ${editionOf(name).title}`).join('; ');

/** The commands and their options. @param ended hears the exit code of the one that ran */
export function programOf(ended: Ended): Command {
  const program = wellBehaved(new Command('briefing'))
    .description(`Makes a daily briefing and keeps it in an archive folder. Editions: ${titles}.`)
    .usage('[options]\n       briefing <command> [options]')
    .option('--version', 'name the code and its version')
    .on('option:version', printVersion)
    .enablePositionalOptions();
  const run = defineRun(program.command('run', { isDefault: true }), ended);
  defineDemo(program.command('demo'), ended);
  defineReplay(program.command('replay'), ended);
  defineBackfill(program.command('backfill'), ended);
  defineSources(program.command('sources'), ended);
  defineSymbols(program.command('symbols'), ended);
  defineMail(program.command('mail'), ended);
  const archive = wellBehaved(program.command('archive'))
    .description('look after the archive')
    .usage('<command>')
    .addHelpText('after', exitCodeHelp());
  defineList(archive.command('ls'), ended);
  defineShow(archive.command('show'), ended);
  defineDiff(archive.command('diff'), ended);
  defineExport(archive.command('export'), ended);
  defineCheck(archive.command('check').alias('verify'), ended);
  defineRebuild(archive.command('rebuild'), ended);
  // Without a command the options are those of `run`, so its help belongs here too.
  const optionsOfRun = () =>
    run.helpInformation().replace(/^[\s\S]*?Options:/, '\nOptions of `run`, which needs no name:');
  const lines = examples.run.map((line) => `  npm run ${line}`).join('\n');
  return program
    .addHelpText('after', optionsOfRun)
    .addHelpText('after', `Examples:\n${lines}\n${exitCodeHelp()}`);
}

function printVersion(): never {
  process.stdout.write(`${codeName()}\n`);
  throw new CommanderError(0, 'briefing.version', codeName());
}

const examples = {
  run: ['demo', 'briefing -- --data FOLDER', 'briefing -- replay --session 2025-12-31 --out out'],
  backfill: ['briefing -- backfill --from 2025-01-01 --to 2025-12-31 --simulated'],
  sources: ['briefing -- sources', 'briefing -- sources --probe'],
  symbols: ['briefing -- symbols'],
  mail: ['briefing -- mail --session 2025-12-31 --eml briefing.eml', 'briefing -- mail --to me@example.org'],
  list: ['briefing -- archive ls --last 20', 'briefing -- archive ls --archive s3://BUCKET'],
  show: ['briefing -- archive show 2025-12-31', "briefing -- archive show --figure 'rotation.*'"],
  diff: [
    'briefing -- archive diff 2025-12-31/r1 2025-12-31/r2',
    'briefing -- archive diff 2025-12-30 2025-12-31',
  ],
  export: ["--silent briefing -- archive export --id 'rotation.*' > figures.csv"],
  check: ['briefing -- archive check --out out'],
  rebuild: ['briefing -- archive rebuild --out out'],
} as const;

function defineRun(command: Command, ended: Ended): Command {
  return working(
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
    examples.run.slice(1, 2),
    ended,
    async () => (await import('./commands/briefing.ts')).briefing,
  );
}

function defineDemo(command: Command, ended: Ended): Command {
  return working(
    publishing(
      command
        .description('make a briefing offline from a simulated market; every page says SIMULATED DATA')
        .option('--session <date>', 'session to simulate, YYYY-MM-DD (default: the newest that has closed)'),
    ),
    examples.run.slice(0, 1),
    ended,
    async () => (await import('./commands/briefing.ts')).demo,
  );
}

function defineReplay(command: Command, ended: Ended): Command {
  return working(
    about(command)
      .description('rebuild a published briefing from the archive and say byte-identical or what differs')
      .requiredOption('--session <date>', 'session to replay, YYYY-MM-DD')
      .option('--revision <n>', 'revision to replay (default: the newest)')
      .option('--out <dir>', 'archive folder', 'out'),
    examples.run.slice(2),
    ended,
    async () => (await import('./commands/replay.ts')).replay,
  );
}

function defineBackfill(command: Command, ended: Ended): Command {
  return working(
    about(command)
      .description('make the briefing of every session from one date to another, in one process')
      .requiredOption('--from <date>', 'first date, YYYY-MM-DD')
      .requiredOption('--to <date>', 'last date, YYYY-MM-DD')
      .option('--data <dir>', 'folder of CSV files: market/SYMBOL.csv, macro/SERIES.csv (see `symbols`)')
      .option('--simulated', 'use the simulated market')
      .option('--offline', 'without either: ask no provider, use what earlier live runs kept in the archive')
      .option('--pdf', 'print PDFs too')
      .option('--out <dir>', 'archive folder', 'out')
      .option('--paper <size>', 'paper of the PDFs: a4 or letter', 'a4')
      .option('--allow-incomplete', 'publish sessions that lack a required series, marked INCOMPLETE')
      .option('--now <instant>', 'the clock of the run (default: the real time)'),
    examples.backfill,
    ended,
    async () => (await import('./commands/backfill.ts')).backfill,
  );
}

function defineSources(command: Command, ended: Ended): Command {
  return working(
    about(command)
      .description(
        'ask every provider and show each series: who answered, how old, how many rows; publish nothing',
      )
      .option('--session <date>', 'session to ask for, YYYY-MM-DD (default: the newest that has closed)')
      .option('--probe', 'one series from each source: what came back, what it means, what to do')
      .option('--offline', 'ask no provider, show what earlier live runs kept in the archive')
      .option('--out <dir>', 'archive folder', 'out')
      .option('--now <instant>', 'the clock of the run (default: the real time)'),
    examples.sources,
    ended,
    async () => (await import('./commands/sources.ts')).sources,
  );
}

function defineSymbols(command: Command, ended: Ended): Command {
  return working(
    about(command).description(
      'list the files that --data can use, what each is for, and what must be in them',
    ),
    examples.symbols,
    ended,
    async () => (await import('./commands/symbols.ts')).symbols,
  );
}

function defineList(command: Command, ended: Ended): Command {
  return working(
    placed(command)
      .description('list the published sessions, newest first, each at its newest revision')
      .option('--last <n>', 'the newest so many')
      .option('--year <year>', 'those of one year')
      .option('--corrected', 'those with more than one revision')
      .option('--incomplete', 'those that are marked INCOMPLETE'),
    examples.list,
    ended,
    async () => (await import('./commands/archive-ls.ts')).list,
  );
}

function defineShow(command: Command, ended: Ended): Command {
  return working(
    placed(command)
      .description('say what a published briefing says, or some of its figures')
      .argument('[session]', '2025-12-31, or 2025-12-31/r1 (default: the newest)')
      .option('--figure <ids>', 'these figures: ids with commas between, * for any characters'),
    examples.show,
    ended,
    async () => (await import('./commands/archive-show.ts')).show,
  );
}

function defineDiff(command: Command, ended: Ended): Command {
  return working(
    placed(command)
      .description('say which figures differ between two briefings')
      .argument('<from>', '2025-12-31, or 2025-12-31/r1')
      .argument('[to]', 'the same (default: the last two revisions of the first are compared)')
      .option('--id <ids>', 'these figures, all of them: with commas between, * for any characters'),
    examples.diff,
    ended,
    async () => (await import('./commands/archive-diff.ts')).diff,
  );
}

function defineExport(command: Command, ended: Ended): Command {
  return working(
    placed(command)
      .description('write the figures of many sessions to standard output, a row for each figure and session')
      .option('--id <ids>', 'these figures: with commas between, * for any characters (default: all)')
      .option('--from <date>', 'first session, YYYY-MM-DD')
      .option('--to <date>', 'last session, YYYY-MM-DD')
      .option('--format <name>', 'csv or jsonl', 'csv'),
    examples.export,
    ended,
    async () => (await import('./commands/archive-export.ts')).exportFigures,
  );
}

/** Which archive a command reads. */
const placed = (command: Command): Command =>
  command
    .option('--archive <place>', 'archive: a folder, or s3://BUCKET (default: out)')
    .option('--out <dir>', 'the same, for a folder');

function defineCheck(command: Command, ended: Ended): Command {
  return working(
    placed(command).description(
      'verify every published file and every snapshot by its hash, and repair the index',
    ),
    examples.check,
    ended,
    async () => (await import('./commands/check.ts')).check,
  );
}

function defineRebuild(command: Command, ended: Ended): Command {
  return working(
    placed(command).description(
      'make the index and the pages of the archive again, from its revisions alone',
    ),
    examples.rebuild,
    ended,
    async () => (await import('./commands/archive-rebuild.ts')).rebuild,
  );
}

function defineMail(command: Command, ended: Ended): Command {
  return working(
    command
      .description('write the mail about a published briefing into a file, or send it by a mail server')
      .option('--session <date>', 'session, YYYY-MM-DD (default: the newest that is published)')
      .option('--revision <n>', 'revision (default: the newest)')
      .option('--eml <file>', 'write the mail here and send nothing: any mail program opens it')
      .option('--to <address>', 'the reader')
      .option(
        '--smtp <url>',
        'mail server, smtps://USER:PASSWORD@HOST:465 (default: BRIEFING_SMTP of the environment or .env)',
      )
      .option('--from <address>', 'the sender (default: the account of the mail server)')
      .option(
        '--site <address>',
        'address on the web where the archive can be read, for the button of the mail',
      )
      .option('--out <dir>', 'archive folder', 'out'),
    examples.mail,
    ended,
    async () => (await import('./commands/mail.ts')).mail,
  );
}

/** Which edition a command is about. */
const about = (command: Command): Command =>
  command.option('--edition <name>', `edition: ${editionNames.join(', ')}`, defaultEdition);

function publishing(command: Command): Command {
  return about(command)
    .option('--out <dir>', 'archive folder', 'out')
    .option('--paper <size>', 'paper of the PDF: a4 or letter', 'a4')
    .option('--no-pdf', 'leave the PDF out')
    .option('--allow-incomplete', 'publish even without a required series, marked INCOMPLETE on every page')
    .option('--now <instant>', 'the clock of the run, as 2025-12-31T22:50Z (default: the real time)');
}
