import type { Command } from 'commander';
import { defaultEdition, editionNames } from '../../editions/index.ts';
import type { Ended } from '../command.ts';

/** Adds a command to its parent. */
export type Define = (command: Command, ended: Ended) => Command;

export const about = (command: Command): Command =>
  command.option('--edition <name>', `edition: ${editionNames.join(', ')}`, defaultEdition);

/** Which archive a command works on. */
export const withPlace = (command: Command): Command =>
  command
    .option('--archive <place>', 'archive: a folder, or s3://BUCKET (default: out)')
    .option('--out <dir>', 'the same, for a folder');
