import { dayOf, isDate, monthOf, yearOf } from '../../../calendar/civil.ts';
import { inOrder, type ScheduledEvent, type When } from '../../../calendar/events.ts';
import { InputError } from '../../../errors.ts';
import { namedText, quoted } from '../../../outside-text.ts';
import { type BundlePart, bundleParts, bytesOf } from '../../parsing/bundle.ts';
import type { ParsedEvents } from '../../parsing/events.ts';
import { shaped } from '../../parsing/shape.ts';
import { jsonOf } from '../../parsing/text.ts';
import { earnings } from './schema.ts';

const whens: Readonly<Record<string, When>> = {
  'time-pre-market': 'before the open',
  'time-after-hours': 'after the close',
};

/**
 * Nasdaq's calendar of earnings: a bundle of days, each labelled with its date. Its dates are estimates until the
 * company confirms them, and it does not say which are which.
 *
 * @throws InputError
 */
export function parseNasdaq(bytes: Uint8Array): ParsedEvents {
  const days = bundleParts(bytes);
  return {
    events: inOrder(days.flatMap(eventsOf)),
    through:
      days
        .map(({ label }) => label)
        .toSorted()
        .at(-1) ?? '',
    complaints: [],
  };
}

function eventsOf(part: BundlePart): ScheduledEvent[] {
  const date = part.label;
  if (!isDate(date)) throw new InputError(`${quoted(date)} is no date`, { field: 'label' });
  const { data, status } = shaped(earnings, jsonOf(bytesOf(part)));
  if (data === null || status.rCode !== 200)
    throw new InputError(`no calendar of ${date}: code ${namedText(status.rCode)}`, { field: 'status' });
  const { asOf, rows } = data;
  if (asOf !== null && asOf !== undefined && !isDay(asOf, date))
    throw new InputError(`asked for ${date}, answered with ${namedText(asOf)}`, { field: 'asOf' });
  if (rows !== null && rows.length > 0 && (asOf === null || asOf === undefined))
    throw new InputError(`rows of no day where ${date} was asked for`, { field: 'asOf' });
  const events = (rows ?? []).map(({ symbol, time }): ScheduledEvent => {
    // A code that is new to us says no more than that no hour is known.
    const when = whens[time ?? ''] ?? 'time not given';
    return {
      date,
      when,
      kind: 'earnings',
      name: symbol,
      standing: 'estimated',
      source: 'Nasdaq',
      major: true,
    };
  });
  return [...new Map(events.map((event) => [event.name, event])).values()];
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Whether `Wed, Jul 3, 2024` is that date. The name of the weekday is not looked at. */
function isDay(text: string, date: string): boolean {
  const [, month = '', day, year] =
    /^[A-Z][a-z]{2}, ([A-Z][a-z]{2}) (\d{1,2}), (\d{4})$/.exec(text.trim()) ?? [];
  return (
    months.indexOf(month) + 1 === monthOf(date) &&
    Number(day) === dayOf(date) &&
    Number(year) === yearOf(date)
  );
}
