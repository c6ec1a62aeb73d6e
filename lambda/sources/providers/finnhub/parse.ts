import { isDate } from '../../../calendar/civil.ts';
import { inOrder, type ScheduledEvent, type When } from '../../../calendar/events.ts';
import { InputError } from '../../../errors.ts';
import { namedText, quoted } from '../../../outside-text.ts';
import { type BundlePart, bundleParts, bytesOf } from '../../parsing/bundle.ts';
import { leadingDate } from '../../parsing/dates.ts';
import type { ParsedEvents } from '../../parsing/events.ts';
import { shaped } from '../../parsing/shape.ts';
import { jsonOf } from '../../parsing/text.ts';
import { earningsCalendar, finnhubComplaint } from './schema.ts';

/** Of others, `dmh` for during market hours among them, it names no hour. */
const whens: Readonly<Record<string, When>> = {
  bmo: 'before the open',
  amc: 'after the close',
};

/** What was asked of a company: `AAPL 2026-07-20 2026-08-01`. */
export const labelOf = (symbol: string, from: string, to: string): string => `${symbol} ${from} ${to}`;

/**
 * Finnhub's calendar of earnings: a bundle of companies, each labelled with its symbol and the days asked about.
 * @throws InputError
 */
export function parseFinnhub(bytes: Uint8Array): ParsedEvents {
  const companies = bundleParts(bytes).map(eventsOf);
  return {
    events: inOrder(companies.flatMap(({ events }) => events)),
    through: companies.map(({ to }) => to).toSorted()[0] ?? '',
    complaints: [],
  };
}

function eventsOf(part: BundlePart): { readonly events: readonly ScheduledEvent[]; readonly to: string } {
  const [asked = '', from = '', to = ''] = part.label.split(' ');
  if (!isDate(from) || !isDate(to))
    throw new InputError(`${quoted(part.label)} says no days`, { field: 'label' });
  const answer = jsonOf(bytesOf(part));
  const refusal = finnhubComplaint.safeParse(answer);
  if (refusal.success) throw new InputError(refusal.data.error);
  const events = shaped(earningsCalendar, answer).earningsCalendar.map((row): ScheduledEvent => {
    const date = leadingDate(row.date);
    if (row.symbol !== asked)
      throw new InputError(`asked for ${asked}, answered with ${namedText(row.symbol)}`, {
        field: 'symbol',
      });
    if (date < from || date > to)
      throw new InputError(`asked for ${from} to ${to}, answered with ${namedText(date)}`, { field: 'date' });
    const when = whens[row.hour ?? ''] ?? 'time not given';
    return {
      date,
      when,
      kind: 'earnings',
      name: asked,
      standing: 'estimated',
      source: 'Finnhub',
      major: true,
    };
  });
  return { events, to };
}
