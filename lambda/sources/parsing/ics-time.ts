import { addDays, isDate } from '../../calendar/civil.ts';
import type { When } from '../../calendar/events.ts';
import { clockTime, newYorkClock } from '../../calendar/new-york.ts';
import { InputError } from '../../errors.ts';
import { quoted } from '../../outside-text.ts';
import type { IcsEvent } from './ics.ts';

/** Names by which files mean New York's clock, and Chicago's, which is an hour behind it all year. */
const eastern = ['us-eastern', 'us/eastern', 'america/new_york', 'eastern standard time'];
const central = ['us-central', 'us/central', 'america/chicago', 'central standard time'];

/** When an event of a calendar file begins in New York. @throws InputError when that cannot be read from it */
export function newYorkStart({ start, zone, summary }: IcsEvent): {
  readonly date: string;
  readonly when: When;
} {
  const match = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z?))?$/.exec(start);
  const [, year, month, day, hour, minute, , utc] = match ?? [];
  const date = `${year}-${month}-${day}`;
  if (match === null || !isDate(date) || Number(hour ?? 0) > 23 || Number(minute ?? 0) > 59)
    throw new InputError(`${quoted(summary)} begins at ${quoted(start)}, which is no time`, {
      field: 'DTSTART',
    });
  if (hour === undefined) return { date, when: 'time not given' };
  if (utc === 'Z') {
    const clock = newYorkClock(`${date}T${hour}:${minute}:00Z`);
    return { date: clock.date, when: clock.time };
  }
  const name = zone.toLowerCase();
  if (eastern.includes(name)) return { date, when: clockTime(Number(hour), Number(minute)) };
  if (!central.includes(name))
    throw new InputError(
      `${quoted(summary)} begins by the clock of ${quoted(zone)}, which is not known here`,
      {
        field: 'DTSTART',
      },
    );
  const later = Number(hour) + 1;
  return later < 24
    ? { date, when: clockTime(later, Number(minute)) }
    : { date: addDays(date, 1), when: clockTime(0, Number(minute)) };
}
