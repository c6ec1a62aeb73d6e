import type { Command, Option } from 'commander';

/** The name of an option without dashes and without `no-`: `session`, `pdf`. */
export const optionName = (option: Option): string => option.name().replace(/^no-/, '');

/** Every option of a command and of those below it, by its plain name. */
export function everyOption(command: Command): ReadonlyMap<string, Option> {
  const below = command.commands.flatMap((one) => [...everyOption(one)]);
  return new Map([...below, ...optionsOf(command)]);
}

/** The options of one command, by their plain names. */
export const optionsOf = (command: Command): ReadonlyMap<string, Option> =>
  new Map(command.options.map((option) => [optionName(option), option]));
