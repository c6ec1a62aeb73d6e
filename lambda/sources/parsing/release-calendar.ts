import { addDays } from '../../calendar/civil.ts';
import { inOrder, type ScheduledEvent, type When } from '../../calendar/events.ts';
import { regularReleases } from '../../calendar/releases.ts';
import { InputError } from '../../errors.ts';
import type { ParsedEvents } from './events.ts';

/** An entry of a publisher's calendar that is of a release known here. */
export interface ReleaseEntry {
  readonly name: string;
  readonly date: string;
  readonly when: When;
  readonly cancelled?: boolean;
  /** Absent for a release of figures. */
  readonly kind?: ScheduledEvent['kind'];
}

/** Calendars reach a year ahead; a date further off than two years from the one before it is a slip of the pen. */
const longestSilence = 731;

/**
 * A publisher's calendar: what it says of the releases known here, and from which day to which it covers them.
 *
 * @param days every day on which it has an entry of any kind
 * @throws InputError when no release known here is in it
 */
export function publishersCalendar(
  entries: readonly ReleaseEntry[],
  days: readonly string[],
  source: string,
): ParsedEvents {
  if (entries.length === 0) throw new InputError('none of the regular releases is in it');
  const once = new Map<string, ScheduledEvent>();
  for (const { name, date, when, cancelled = false, kind = 'release' } of entries) {
    if (cancelled) continue;
    const major = kind === 'decision' || (regularReleases.find((one) => one.name === name)?.major ?? false);
    once.set(`${date} ${name}`, { date, when, kind, name, standing: 'published', source, major });
  }
  const { from, through } = spanOf(days);
  return {
    events: inOrder([...once.values()]),
    through,
    complaints: entries
      .filter(({ cancelled }) => cancelled)
      .map(({ name, date }) => `${name} of ${date} is cancelled`),
    covers: { names: [...new Set(entries.map(({ name }) => name))], from, through },
  };
}

/** The first day, and the last before a silence that no calendar has. */
function spanOf(days: readonly string[]): { readonly from: string; readonly through: string } {
  const sorted = days.toSorted();
  const from = sorted[0] ?? '';
  let through = from;
  for (const day of sorted) {
    if (through !== '' && day > addDays(through, longestSilence)) break;
    through = day;
  }
  return { from, through };
}
