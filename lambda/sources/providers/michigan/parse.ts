import { newYorkDate } from '../../../calendar/new-york.ts';
import { InputError } from '../../../errors.ts';
import { quoted } from '../../../outside-text.ts';
import { columnOf, eachRow, tableOf } from '../../parsing/csv.ts';
import { firstOfMonth } from '../../parsing/months.ts';
import { decimal } from '../../parsing/number.ts';
import { observationsOf } from '../../parsing/observations.ts';
import type { ParseContext, ParsedObservations } from '../../parsing/parsed.ts';

/**
 * The Index of Consumer Sentiment, `Month,YYYY,ICS_ALL`. The month of the fetch is left out: the file does not say
 * whether its value is the preliminary one, which FRED never has. https://www.sca.isr.umich.edu/tables.html
 *
 * @throws InputError
 */
export function parseMichigan(bytes: Uint8Array, { series, fetchedAt }: ParseContext): ParsedObservations {
  const table = tableOf(bytes, (cells) => cells.includes('ICS_ALL'));
  const columns = ['Month', 'YYYY', 'ICS_ALL'].map((name) => columnOf(table, name));
  const given = eachRow(table, (at) => {
    const [month = '', year = '', index = ''] = columns.map((column) => table.text(at, column));
    const row = table.line(at);
    const date = firstOfMonth(month, year);
    if (date === null) throw new InputError(`${quoted(`${month} ${year}`)} is no month`, { row });
    const value = decimal(index);
    if (Number.isNaN(value)) throw new InputError(`${quoted(index)} is no number`, { row, field: 'ICS_ALL' });
    return { date, value };
  });
  const running = newYorkDate(fetchedAt).slice(0, 7);
  const whole = given.filter(({ date }) => date.slice(0, 7) < running);
  return { observations: observationsOf(series, whole), complaints: [] };
}
