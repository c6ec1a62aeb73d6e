import type { Command } from 'commander';

/**
 * Refuses an option that is given twice, or with nothing as its value. Of two values one would be dropped without a
 * word, and an empty folder is the working folder: a shell makes one of each variable that is not set.
 */
export function givenOnce(command: Command): Command {
  for (const option of command.options) {
    let times = 0;
    command.on(`option:${option.name()}`, (value: unknown) => {
      times += 1;
      if (times > 1) command.error(`error: option '${option.flags}' is given twice`);
      if (typeof value === 'string' && value.trim() === '')
        command.error(`error: option '${option.flags}' is given without a value`);
    });
  }
  return command;
}
