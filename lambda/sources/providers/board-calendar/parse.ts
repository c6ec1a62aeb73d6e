import { isDate } from '../../../calendar/civil.ts';
import type { When } from '../../../calendar/events.ts';
import { clockTime } from '../../../calendar/new-york.ts';
import { InputError } from '../../../errors.ts';
import { quoted } from '../../../outside-text.ts';
import type { ParsedEvents } from '../../parsing/events.ts';
import { publishersCalendar, type ReleaseEntry } from '../../parsing/release-calendar.ts';
import { shaped } from '../../parsing/shape.ts';
import { jsonOf } from '../../parsing/text.ts';
import { boardCalendarPage } from './schema.ts';

const titles: readonly (readonly [title: RegExp, name: string, kind: 'decision' | 'release'])[] = [
  [/^fomc meeting$/i, 'FOMC decision', 'decision'],
  [/^fomc press conference$/i, 'FOMC press conference', 'release'],
  [/^fomc minutes$/i, 'FOMC minutes', 'release'],
  [/^beige book$/i, 'Beige Book', 'release'],
  [/^g\.17\b/i, 'Industrial production', 'release'],
];

/**
 * The calendar of the Federal Reserve Board: decisions with their press conferences, minutes, the Beige Book and
 * industrial production, New York's time. It ends with a year.
 *
 * @throws InputError
 */
export function parseBoardCalendar(bytes: Uint8Array): ParsedEvents {
  const entries: ReleaseEntry[] = [];
  const days: string[] = [];
  for (const { title = '', month = '', days: written = '', time = '' } of shaped(
    boardCalendarPage,
    jsonOf(bytes),
  ).events) {
    const listed = titles.find(([known]) => known.test(title.trim()));
    const dates = datesOf(month, written);
    if (dates === null) {
      if (listed === undefined) continue;
      throw new InputError(`${quoted(title)} is on ${quoted(`${month} ${written}`)}, which is no date`, {
        field: 'days',
      });
    }
    days.push(...dates);
    if (listed === undefined) continue;
    const [, name, kind] = listed;
    // A meeting of two days decides on the second.
    const held = kind === 'decision' ? dates.slice(-1) : dates;
    for (const date of held) entries.push({ name, date, when: whenOf(time), kind });
  }
  return publishersCalendar(entries, days, 'Federal Reserve');
}

/** The dates of `2026-10` and `1, 8, 15` or `27-28`; null where they are none. */
function datesOf(month: string, days: string): string[] | null {
  if (!/^\d{1,2}(\s*[-,]\s*\d{1,2}){0,31}$/.test(days.trim())) return null;
  const dates = days.split(/[-,]/).map((day) => `${month.trim()}-${day.trim().padStart(2, '0')}`);
  return dates.every(isDate) ? dates : null;
}

function whenOf(time: string): When {
  const [, hour, minute, half] = /^(\d{1,2}):(\d{2})\s?([ap])\.?m\.?$/i.exec(time.trim()) ?? [];
  if (hour === undefined || Number(hour) > 12 || Number(minute) > 59) return 'time not given';
  return clockTime((Number(hour) % 12) + (half?.toLowerCase() === 'p' ? 12 : 0), Number(minute));
}
