import { InputError } from '../../../errors.ts';
import { namedText, quoted } from '../../../outside-text.ts';
import type { Vintages } from '../../../series/observations.ts';
import { leadingDate } from '../../parsing/dates.ts';
import { decimal } from '../../parsing/number.ts';
import { observationsOf } from '../../parsing/observations.ts';
import type { ParseContext, ParsedObservations } from '../../parsing/parsed.ts';
import { shaped } from '../../parsing/shape.ts';
import { jsonOf } from '../../parsing/text.ts';
import { UnknownSeries } from '../../parsing/unknown-series.ts';
import { fredComplaint, observations } from './schema.ts';

/**
 * FRED observations with the time in which each value was current. Where that time was asked for as a window, the
 * rows that were current at its start carry the window's start, not the day of their release: known by then is all
 * that they say. A window of one day does not say when values became known, and gives no vintages.
 *
 * @throws InputError, UnknownSeries
 */
export function parseFred(bytes: Uint8Array, about: ParseContext): ParsedObservations {
  const answer = shaped(observations, answerOf(bytes));
  if (answer.count > answer.observations.length)
    throw new InputError(`${answer.observations.length} of ${answer.count} rows: the answer is cut`);
  const rows = answer.observations
    .map((row) => ({
      from: leadingDate(row.realtime_start),
      date: leadingDate(row.date),
      value: reading(row.value),
    }))
    .toSorted((a, b) => compare(a.from, b.from) || compare(a.date, b.date));
  const newest = new Map<string, number>();
  for (const { date, value } of rows) newest.set(date, value);
  const given = [...newest].map(([date, value]) => ({ date, value }));
  const plain = observationsOf(about.series, given);
  const vintages: Vintages = {
    from: rows.map((row) => row.from),
    dates: rows.map((row) => row.date),
    values: Float64Array.from(rows, (row) => row.value),
  };
  const single = rows.every((row) => row.from === rows[0]?.from);
  return { observations: single ? plain : { ...plain, vintages }, complaints: [] };
}

function answerOf(bytes: Uint8Array): unknown {
  const answer = jsonOf(bytes);
  const refusal = fredComplaint.safeParse(answer);
  if (!refusal.success) return answer;
  const said = refusal.data.error_message;
  throw /does not exist/i.test(said) ? new UnknownSeries(namedText(said)) : new InputError(namedText(said));
}

function reading(text: string): number {
  if (text === '.' || text === '') return Number.NaN;
  const value = decimal(text);
  if (Number.isNaN(value)) throw new InputError(`${quoted(text)} is no number`, { field: 'value' });
  return value;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
