import { InputError } from '../../../errors.ts';
import { quoted } from '../../../outside-text.ts';
import { datedColumn } from '../../parsing/dated-column.ts';
import { firstOfMonth } from '../../parsing/months.ts';
import type { ParseContext, ParsedObservations } from '../../parsing/parsed.ts';

/**
 * Current general activity of the Manufacturing Business Outlook Survey, seasonally adjusted (`bos_dif.csv`), by month
 * as at FRED. https://www.philadelphiafed.org/surveys-and-data/mbos-historical-data
 *
 * @throws InputError
 */
export const parsePhiladelphiafed = (bytes: Uint8Array, about: ParseContext): ParsedObservations =>
  datedColumn(bytes, about, { dates: 'DATE', values: 'GAC', dateOf: monthOf });

/** `Sep-26`, which is 2026: the survey began in May 1968, so 68 to 99 lie in the last century. */
function monthOf(cell: string): string {
  const [, name = '', digits = ''] = /^([A-Za-z]{3})-(\d{2})$/.exec(cell) ?? [];
  const date = firstOfMonth(name, `${Number(digits) >= 68 ? 19 : 20}${digits}`);
  if (date === null) throw new InputError(`${quoted(cell)} is no month`, { field: 'DATE' });
  return date;
}
