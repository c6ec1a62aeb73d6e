import { readFileSync } from 'node:fs';
import { type Command, CommanderError } from 'commander';
import { exitCodes } from '../archive-layout.ts';
import { UsageError } from '../errors.ts';
import { complain } from './command.ts';
import { complaintOf, keptByNpm } from './npm/kept.ts';
import type { NpmEnvironment } from './npm/script.ts';
import { oneSlipApart } from './one-slip.ts';
import { programOf } from './program.ts';
import { Terminal } from './terminal.ts';

/**
 * Runs the command that the arguments name. Each command loads its own code, so `--help` stays quick.
 * @returns the exit code
 */
export async function runCommand(args: readonly string[], env: NpmEnvironment): Promise<number> {
  let exitCode: number = exitCodes.ok;
  const program = programOf((code) => {
    exitCode = code;
  });
  const kept = keptByNpm(program, args, env, readText);
  if (kept !== null) {
    const { message, hint } = complaintOf(kept);
    const json = args.includes('--json') || kept.options.some(({ name }) => name === 'json');
    return complain(new UsageError(message, { hint }), new Terminal({ json }));
  }
  const strange = strangeCommand(program, args);
  if (strange !== null) return complain(strange, new Terminal({ json: args.includes('--json') }));
  try {
    await program.parseAsync([...args], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return exitCodes.ok;
    if (args.includes('--json')) new Terminal({ json: true }).printJson(badUsage(error));
    return exitCodes.badInput;
  }
  return exitCode;
}

/** A first word that is no command: mostly a slip, or a folder without its option. */
function strangeCommand(program: Command, [first]: readonly string[]): UsageError | null {
  const names = [...program.commands.map((command) => command.name()), 'help'];
  if (first === undefined || first.startsWith('-') || names.includes(first)) return null;
  const meant = names.find((name) => oneSlipApart(name, first));
  return new UsageError(
    `${first} is not a command${meant === undefined ? '' : ` (did you mean ${meant}?)`}`,
    {
      hint: `Commands are ${names.join(', ')}; a folder of CSV files is given as --data FOLDER.`,
    },
  );
}

/** For machines; commander has printed it for people already. */
function badUsage({ message }: CommanderError): Record<string, unknown> {
  const error = { kind: 'UsageError', message: message.replace(/^error: /, '') };
  return { status: 'failed', exitCode: exitCodes.badInput, error };
}

function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
