import { InputError } from '../../errors.ts';
import { type Cells, readCells } from '../parsing/cells.ts';
import { plainBytes } from '../parsing/encoding.ts';
import type { ParsedObservations } from '../parsing/parsed.ts';
import { disguiseOf } from '../parsing/sniff.ts';
import { barsIn, type ParsedFile } from './bars.parse.ts';
import type { FileAbout } from './file-about.parse.ts';
import { observationsIn } from './observations.parse.ts';

function open(given: Uint8Array, file: string): Cells {
  const bytes = plainBytes(given);
  const disguise = disguiseOf(bytes);
  if (disguise !== null)
    throw new InputError(
      `${disguise}, not CSV`,
      { file },
      { hint: 'Open it: a provider may have sent an error page in its place. Download it again.' },
    );
  return readCells(bytes, file);
}

/**
 * Daily bars of one symbol from a CSV file, laid out as providers, libraries and spreadsheets do, known by its header;
 * oldest or newest row first.
 *
 * @throws InputError that names file, row and field when anything in it cannot be right
 */
export const parseBars = (bytes: Uint8Array, about: FileAbout): ParsedFile =>
  barsIn(open(bytes, about.file), about);

/**
 * One macro series from a CSV file as FRED writes it: a date and the series' name. A blank or `.` is a period
 * that the publisher gave no value.
 *
 * @throws InputError that names file, row and field when anything in it cannot be right
 */
export const parseObservations = (bytes: Uint8Array, about: FileAbout): ParsedObservations =>
  observationsIn(open(bytes, about.file), about.series);
