import { InputError } from '../../lambda/errors.ts';
import { parseBars, parseObservations } from '../../lambda/sources/files/parse.ts';

const fetchedAt = '2031-01-01T00:00:00Z';
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A price file of the folder, read. */
export const readBars = (text: string, series = 'IWM', writtenAt?: string) =>
  parseBars(encode(text), { series, fetchedAt, file: `market/${series}.csv`, writtenAt });

/** A macro file of the folder, read. */
export const readMacro = (text: string, series = 'UNRATE') =>
  parseObservations(encode(text), { series, fetchedAt, file: `macro/${series}.csv` });

/** The refusal of an input, which must come as an error of ours. */
export function inputErrorOf(read: () => unknown): InputError {
  try {
    read();
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}
