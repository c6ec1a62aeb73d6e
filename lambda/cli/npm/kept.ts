import type { Command } from 'commander';
import { oneSlipApart } from '../one-slip.ts';
import type { KeptOption } from './kept-option.ts';
import { type MeantLine, meantLine, typedAs } from './meant-line.ts';
import { isSetInNpmrc, type ReadText } from './npmrc.ts';
import { everyOption, optionsOf } from './our-options.ts';
import { type NpmEnvironment, npmScript } from './script.ts';

/** What npm kept, and what should have been typed. */
export interface KeptByNpm extends Pick<MeantLine, 'command' | 'line'> {
  readonly options: readonly KeptOption[];
}

const prefix = 'npm_config_';

/** Names that npm has too, as it hands them on; the last two by completing `--to` and by reading letters in `--pdf`. */
const npms: Readonly<Record<string, string>> = {
  json: 'json',
  offline: 'offline',
  token_description: 'to',
  parseable: 'pdf',
};

/**
 * npm takes every option before a lone `--` for its own and runs the script without it; all that is left of it is a
 * variable `npm_config_NAME` (npm 7 to 11, `@npmcli/config`, set-envs.js). Such an option must not be lost without a
 * word: another briefing than the one asked for would be made.
 *
 * @param args the arguments of this process
 * @returns null when npm kept nothing that the command would have used
 */
export function keptByNpm(
  program: Command,
  args: readonly string[],
  env: NpmEnvironment,
  read: ReadText,
): KeptByNpm | null {
  const script = npmScript(env);
  if (script === null) return null;
  const kept = Object.entries(env).flatMap(([variable, value]) => keptIn(program, variable, value));
  const typed = kept.filter(({ variable }) => !isSetInNpmrc(variable.slice(prefix.length), env, read));
  if (typed.length === 0) return null;
  const { command, line, takes } = meantLine(program, script, args, typed);
  const options = typed.filter(takes);
  return options.length === 0 ? null : { options, command, line };
}

function keptIn(program: Command, variable: string, value = ''): (KeptOption & { variable: string })[] {
  if (!variable.startsWith(prefix)) return [];
  const given = variable.slice(prefix.length);
  const npmsName = npms[given];
  const name = npmsName ?? ourName(program, given.replaceAll('_', '-'));
  if (name === null) return [];
  return value.split('\n\n').map((one) => ({ name, value: one, isNpms: npmsName !== undefined, variable }));
}

/** A name of ours, also one with a slip of the finger in it. */
function ourName(program: Command, name: string): string | null {
  const known = everyOption(program);
  return known.has(name) ? name : ([...known.keys()].find((one) => oneSlipApart(one, name)) ?? null);
}

/** The message, and the line to type instead. */
export function complaintOf({ options, command, line }: KeptByNpm): { message: string; hint: string } {
  const own = optionsOf(command);
  const names = [...new Set(options.map((one) => (isSwitch(command, one) ? typedAs(one) : `--${one.name}`)))];
  const strange = [...new Set(options.filter(({ name }) => !own.has(name)).map(({ name }) => `--${name}`))];
  const without = strange.length === 0 ? '' : ` (and ${command.name()} has no ${strange.join(', ')})`;
  const perhapsSet = options.find(({ name, isNpms }) => isNpms && (name === 'json' || name === 'offline'));
  const unset = perhapsSet === undefined ? '' : `If it was not typed, unset npm_config_${perhapsSet.name}. `;
  return {
    message: `npm kept ${names.join(', ')} for itself: put a lone -- before the briefing's options${without}`,
    hint: `${unset}Write: ${line}`,
  };
}

const isSwitch = (command: Command, { name }: KeptOption): boolean =>
  optionsOf(command).get(name)?.required === false;
