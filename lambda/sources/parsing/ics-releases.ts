import { InputError } from '../../errors.ts';
import { quoted } from '../../outside-text.ts';
import type { ParsedEvents } from './events.ts';
import { icsEvents } from './ics.ts';
import { newYorkStart } from './ics-time.ts';
import { publishersCalendar, type ReleaseEntry } from './release-calendar.ts';
import { textOf } from './text.ts';

/** How a publisher calls a release in its calendar file, and its name in `calendar/releases.ts`. */
export interface Title {
  readonly title: RegExp;
  readonly release: string;
}

/**
 * A publisher's calendar file of releases. An entry of a known release that cannot be read spoils the file: a release
 * that is silently absent would look as if it did not come.
 *
 * @throws InputError
 */
export function icsReleases(bytes: Uint8Array, titles: readonly Title[], source: string): ParsedEvents {
  const entries: ReleaseEntry[] = [];
  const days: string[] = [];
  for (const event of icsEvents(textOf(bytes))) {
    const release = titles.find(({ title }) => title.test(event.summary))?.release;
    const day = /^(\d{4})(\d{2})(\d{2})/.exec(event.start);
    if (release === undefined) {
      if (day !== null) days.push(`${day[1]}-${day[2]}-${day[3]}`);
      continue;
    }
    if (event.repeats)
      throw new InputError(`${quoted(event.summary)} comes again by a rule, which is not read here`, {
        field: 'RRULE',
      });
    const { date, when } = newYorkStart(event);
    days.push(date);
    entries.push({ name: release, date, when, cancelled: event.cancelled });
  }
  return publishersCalendar(entries, days, source);
}
