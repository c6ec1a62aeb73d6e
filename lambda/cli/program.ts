import { Command, CommanderError } from 'commander';
import { editionNames, editionOf } from '../editions/index.ts';
import { buildName } from '../runtime/build-name.ts';
import { type Ended, exitCodeHelp, wellBehaved } from './command.ts';
import { defineArchive, definePreview } from './define/archive.ts';
import { defineAws } from './define/aws.ts';
import {
  defineBackfill,
  defineDemo,
  defineReplay,
  defineRun,
  defineSources,
  defineSymbols,
  runExamples,
} from './define/briefings.ts';
import { defineMail } from './define/mail.ts';

/** `tna, Small-cap rotation & TNA` */
const titles = editionNames.map((name) => `${name}, ${editionOf(name).title}`).join('; ');

/** The commands and their options. @param ended is called with the exit code of the one that ran */
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
  defineArchive(program.command('archive'), ended);
  definePreview(program.command('preview'), ended);
  defineAws(program.command('aws'), ended);
  // Without a command the options are those of `run`, so its help belongs here too.
  const optionsOfRun = () =>
    run.helpInformation().replace(/^[\s\S]*?Options:/, '\nOptions of `run`, which needs no name:');
  const lines = runExamples.map((line) => `  npm run ${line}`).join('\n');
  return program
    .addHelpText('after', optionsOfRun)
    .addHelpText('after', `Examples:\n${lines}\n${exitCodeHelp()}`);
}

function printVersion(): never {
  process.stdout.write(`${buildName()}\n`);
  throw new CommanderError(0, 'briefing.version', buildName());
}
