import { addDays } from '../../../calendar/civil.ts';
import { inOrder, type ScheduledEvent } from '../../../calendar/events.ts';
import { isFederalHoliday } from '../../../calendar/federal-holidays.ts';
import { regularReleases } from '../../../calendar/releases.ts';
import { counted } from '../../../counted.ts';
import { InputError } from '../../../errors.ts';
import { namedText, quoted } from '../../../outside-text.ts';
import { bundleParts, bytesOf } from '../../parsing/bundle.ts';
import { leadingDate } from '../../parsing/dates.ts';
import type { ParsedEvents } from '../../parsing/events.ts';
import { shaped } from '../../parsing/shape.ts';
import { jsonOf } from '../../parsing/text.ts';
import { fredComplaint } from '../fred/schema.ts';
import { releaseDates, whitelist } from './schema.ts';

interface Row {
  readonly id: number;
  readonly title: string;
  readonly date: string;
}

/** One page of the calendar: its rows, and how many there are on all pages. @throws InputError */
export function readPage(bytes: Uint8Array): {
  readonly rows: readonly Row[];
  readonly offset: number;
  readonly count: number;
} {
  const answer = jsonOf(bytes);
  const refusal = fredComplaint.safeParse(answer);
  if (refusal.success) throw new InputError(namedText(refusal.data.error_message));
  const { count, offset, release_dates } = shaped(releaseDates, answer);
  const rows = release_dates.map((row) => ({
    id: row.release_id,
    title: row.release_name,
    date: leadingDate(row.date),
  }));
  return { rows, offset, count };
}

/**
 * FRED's calendar of releases, a bundle of its pages, of which the regular releases are kept and given their hours.
 * FRED's dates are those of the publisher where it announces them. A release whose number has another name than
 * expected is left out and named; so is one on a federal holiday: FRED goes on by the weekday where the publisher moves.
 *
 * @throws InputError
 */
export function parseFredReleases(bytes: Uint8Array): ParsedEvents {
  const pages = bundleParts(bytes).map((part) => readPage(bytesOf(part)));
  const rows: Row[] = [];
  for (const page of pages) {
    if (page.offset !== rows.length)
      throw new InputError(`a page that starts at row ${page.offset} where ${rows.length} was due`);
    if (page.rows.some(({ date }) => date < (rows.at(-1)?.date ?? '')))
      throw new InputError('pages whose dates do not follow one another', { field: 'date' });
    rows.push(...page.rows);
  }
  const count = pages[0]?.count ?? 0;
  const last =
    rows
      .map(({ date }) => date)
      .toSorted()
      .at(-1) ?? '';
  if (last === '') throw new InputError('no date of any release');
  if (rows.length > count)
    throw new InputError(`${counted(rows.length, 'row')} where ${count} were announced`);
  const complaints = new Set<string>();
  const events = rows.flatMap((row) => eventOf(row, complaints) ?? []);
  if (events.length === 0)
    throw new InputError('none of the regular releases is in it', { field: 'release_id' });
  return {
    events: inOrder(distinct(events)),
    // Where rows are left, those of the last day may go on there.
    through: rows.length < count ? addDays(last, -1) : last,
    complaints: [...complaints],
  };
}

function eventOf({ id, title, date }: Row, complaints: Set<string>): ScheduledEvent | null {
  const listed = whitelist.find((one) => one.id === id);
  const release = regularReleases.find(({ name }) => name === listed?.release);
  if (listed === undefined || release === undefined) return null;
  if (!listed.title.test(title)) {
    complaints.add(`release ${id} is called ${quoted(title)}, not ${release.name.toLowerCase()}: left out`);
    return null;
  }
  if (isFederalHoliday(date)) {
    complaints.add(`${release.name.toLowerCase()} on ${date}, a federal holiday: left out`);
    return null;
  }
  return {
    date,
    when: release.time,
    kind: 'release',
    name: release.name,
    standing: 'published',
    source: 'FRED',
    major: release.major ?? false,
  };
}

/** A release that a calendar lists twice on one day is one event. */
function distinct(events: readonly ScheduledEvent[]): readonly ScheduledEvent[] {
  return [...new Map(events.map((event) => [`${event.date} ${event.name}`, event])).values()];
}
