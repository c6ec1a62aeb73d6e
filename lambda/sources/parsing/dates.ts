import { isDate } from '../../calendar/civil.ts';
import { InputError } from '../../errors.ts';
import { quoted } from '../../outside-text.ts';

/** The date of an American `MM/DD/YYYY`. @throws InputError when it is none */
export function americanDate(text: string): string {
  const parts = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text.trim());
  const date =
    parts === null ? text : `${parts[3]}-${parts[1]?.padStart(2, '0')}-${parts[2]?.padStart(2, '0')}`;
  return realDate(date);
}

/** The date at the start of an ISO date or date-time. @throws InputError when it is none */
export function leadingDate(text: string): string {
  return realDate(/^(\d{4}-\d{2}-\d{2})(T.*)?$/.exec(text)?.[1] ?? text);
}

function realDate(date: string): string {
  if (!isDate(date)) throw new InputError(`${quoted(date)} is no date`, { field: 'date' });
  return date;
}
