import type { Command, Option } from 'commander';
import type { KeptOption } from './kept-option.ts';
import { everyOption, optionsOf } from './our-options.ts';
import type { Script } from './script.ts';

export interface MeantLine {
  readonly command: Command;
  /** `npm run briefing -- --session 2025-12-31`. */
  readonly line: string;
  /** Whether an option is lost to the command because npm kept it. */
  readonly takes: (option: KeptOption) => boolean;
}

/**
 * The line that was meant when npm kept options, without those that the command does not have. A value that was
 * typed after a space reached us as a bare word: a date belongs to the option that takes one, another word to
 * another. npm does not say in which order options were typed, so where several wait for a word of the same kind,
 * or none is left, the place of the value is shown, as in `--session <date>`.
 */
export function meantLine(
  program: Command,
  script: Script,
  args: readonly string[],
  kept: readonly KeptOption[],
): MeantLine {
  const typed = args.slice(script.words.length);
  const end = typed.findIndex((word) => word.startsWith('-'));
  const bare = end < 0 ? typed : typed.slice(0, end);
  const after = end < 0 ? [] : typed.slice(end);
  const { command, commands, values } = commandIn(program, script.words, bare);

  const own = optionsOf(command);
  const takes = ({ name, value, isNpms }: KeptOption): boolean => {
    const option = own.get(name);
    if (option === undefined) return !isNpms;
    // A switch is not lost when it is what happens anyway, or when it is after the `--` too.
    return option.required || (option.negate ? value === '' : !after.includes(`--${name}`));
  };
  const known = new Map([...everyOption(program), ...own]);
  const order = [...known.keys()];
  const lost = kept.filter(takes).toSorted((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
  const waiting = { dates: waitFor(lost, known, true), others: waitFor(lost, known, false) };
  const options = lost.map((one) => ({ one, text: written(known.get(one.name), one, values, waiting) }));
  const given = options.filter(({ one }) => own.has(one.name)).flatMap(({ text }) => text);
  const words = [...commands, ...given, ...values.map(quoted), ...after.map(quoted)];
  const line = ['npm run', script.name, ...(words.length === 0 ? [] : ['--', ...words])].join(' ');
  return { command, line, takes };
}

/** How many options wait for a word, a date or another. */
const waitFor = (kept: readonly KeptOption[], known: ReadonlyMap<string, Option>, dates: boolean): number =>
  kept.filter(({ name, value }) => {
    const option = known.get(name);
    return option?.required === true && isUnsaid(value) && takesDate(option) === dates;
  }).length;

/** The command that the words name, wherever they are between values, and the words that are left. */
function commandIn(program: Command, own: readonly string[], bare: readonly string[]) {
  let command = program;
  const commands: string[] = [];
  const values: string[] = [];
  for (const [i, word] of [...own, ...bare].entries()) {
    const below = command.commands.find((one) => one.name() === word);
    if (below !== undefined) command = below;
    if (i < own.length) continue;
    if (below === undefined && word.trim() !== '') values.push(word);
    if (below !== undefined) commands.push(word);
  }
  const byDefault = program.commands.find((one) => one.name() === 'run') ?? program;
  return { command: command === program ? byDefault : command, commands, values };
}

/** One option as it should be typed; takes its value out of the words that are left. */
function written(
  option: Option | undefined,
  { name, value }: KeptOption,
  values: string[],
  waiting: { readonly dates: number; readonly others: number },
): string[] {
  if (option === undefined || !option.required) return [typedAs({ name, value })];
  if (!isUnsaid(value)) return [`--${name}`, quoted(value)];
  const dated = takesDate(option);
  const at = values.findIndex((word) => isDate(word) === dated);
  const [word] = at < 0 ? [] : values.splice(at, 1);
  const sure = word !== undefined && (dated ? waiting.dates : waiting.others) === 1;
  return [`--${name}`, sure ? quoted(word) : option.flags.replace(/^\S+ /, '')];
}

/** A switch as it was typed. */
export const typedAs = ({ name, value }: Pick<KeptOption, 'name' | 'value'>): string =>
  value === '' ? `--no-${name}` : `--${name}`;

/** npm says `true` of an option that has no value, and nothing of `--out=`. */
const isUnsaid = (value: string): boolean => value === 'true' || value === '';

const isDate = (word: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(word);
const takesDate = ({ flags }: Option): boolean => flags.endsWith('<date>');

/** As shells take it; those of Windows know double quotes only. */
const quoted = (word: string): string => (/^[\w@%+=:,./~-]+$/.test(word) ? word : `"${word}"`);
