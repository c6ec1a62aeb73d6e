import type { Command } from 'commander';
import { exitCodes } from '../archive-layout.ts';
import { failureOf } from './failure.ts';
import { givenOnce } from './given-once.ts';
import type { Common } from './options.ts';
import { Terminal, terminalWidth, wrap } from './terminal.ts';

/** One command's work; resolves to the exit code. */
export type Action<Options> = (options: Options, terminal: Terminal) => Promise<number>;

/** Hears how the command that ran ended. */
export type Ended = (exitCode: number) => void;

const exits: readonly (readonly [code: number, meaning: string])[] = [
  [exitCodes.ok, 'published, or already there'],
  [
    exitCodes.failed,
    'something failed that is not yours to mend: a full disk, a damaged archive, a replay that differs, ' +
      'or in `sources` a required series that no provider has',
  ],
  [exitCodes.badInput, 'bad usage or bad input'],
  [exitCodes.refused, 'the gate refused: a required series is not there for the session'],
  [exitCodes.unreachable, 'no provider gave anything: no network, or all of them down; try again later'],
  [130, 'interrupted (143 when terminated); nothing is half-published'],
];

/** What the exit codes mean, within a given number of columns. */
export function exitCodeHelp(columns = helpColumns()): string {
  const lines = exits.flatMap(([code, meaning]) =>
    wrap(meaning, columns - 7).map((line, i) => `  ${(i === 0 ? String(code) : '').padEnd(5)}${line}`),
  );
  return ['', 'Exit codes:', ...lines].join('\n');
}

/** Help is no wider than can be read. */
const helpColumns = (): number => Math.min(100, terminalWidth(process.stdout));

/** How a command fails, and what its help ends with. */
export function wellBehaved(made: Command): Command {
  return made
    .exitOverride()
    .showSuggestionAfterError()
    .showHelpAfterError('Run with --help for what is understood.')
    .configureHelp({
      helpWidth: helpColumns(),
      minWidthToWrap: 12,
      subcommandTerm: (one) => [one.name(), ...one.aliases()].join('|'),
    });
}

/** What every command that does something understands. The work is loaded when it is asked for. */
export function working<Options extends Common>(
  made: Command,
  examples: readonly string[],
  ended: Ended,
  load: () => Promise<Action<Options>>,
): Command {
  const lines = examples.map((line) => `  npm run ${line}`).join('\n');
  const command = wellBehaved(made)
    .option('--json', 'print one JSON object and nothing else (with `npm run --silent briefing -- …`)')
    .option('--debug', 'show the stack of a bug');
  return givenOnce(command)
    .addHelpText('after', `\n${examples.length > 1 ? 'Examples' : 'Example'}:\n${lines}\n${exitCodeHelp()}`)
    .action(async () => ended(await perform(load, { ...command.opts<Options>(), arguments: command.args })));
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
    return complain(error, terminal);
  }
}

/** Reports a failure: one message and one hint on stderr, in JSON mode also one object on stdout. */
export function complain(error: unknown, terminal: Terminal): number {
  const { exitCode, kind, message, hint, stack } = failureOf(error);
  terminal.complain(`${terminal.styledError('red', 'error:')} ${message}`);
  if (hint !== undefined) terminal.complain(`${terminal.styledError('dim', 'hint:')} ${hint}`);
  if (terminal.debug && stack !== undefined) terminal.complain(stack);
  const status = exitCode === exitCodes.refused ? 'refused' : 'failed';
  const hinted = hint === undefined ? {} : { hint };
  if (terminal.json) terminal.printJson({ status, exitCode, error: { kind, message, ...hinted } });
  return exitCode;
}
