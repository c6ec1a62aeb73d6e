import type { Command } from 'commander';

/**
 * Refuses an option that is given twice, with nothing as its value, or with an address where a folder is wanted. Of two values one would be dropped without a
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
      if (typeof value === 'string' && option.flags.includes('<dir>') && isAddress(value))
        command.error(
          `error: option '${option.flags}' takes a folder, and ${value} is an address\nhint: ${copyFirst}`,
        );
    });
  }
  return command;
}

/** An address by its scheme, of two letters at least: one letter and a colon is a drive. */
const isAddress = (text: string): boolean => /^[a-z][a-z0-9+.-]+:\/+/i.test(text);

const copyFirst =
  'A bucket is named by --archive s3://BUCKET, where the command has it; data must lie in a folder.';
