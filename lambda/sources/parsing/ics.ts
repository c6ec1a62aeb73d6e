import { InputError } from '../../errors.ts';
import { quoted } from '../../outside-text.ts';
import { entryLimit } from './bounded.ts';

/** An event of a calendar file, as it is written there. */
export interface IcsEvent {
  readonly summary: string;
  /** The value of DTSTART: `20261210T083000`, `20261125T133000Z`, `20261126`. */
  readonly start: string;
  /** Its TZID; that of the calendar where it has none, empty where neither says. */
  readonly zone: string;
  readonly cancelled: boolean;
  /** Whether it has a rule by which it comes again: more days than are written. */
  readonly repeats: boolean;
}

interface Draft {
  readonly fields: Map<string, { readonly value: string; readonly zone: string }>;
}

/**
 * The events of an iCalendar file (RFC 5545): folded lines joined, escapes undone, of several versions of one event the
 * newest. One pass over the lines; nothing within an event's own parts (alarms) counts.
 *
 * @throws InputError for what is no calendar, is cut off, or has more lines than any calendar
 */
export function icsEvents(text: string): readonly IcsEvent[] {
  const lines = unfolded(text);
  if (lines[0]?.toUpperCase() !== 'BEGIN:VCALENDAR')
    throw new InputError(`no calendar file: it begins with ${quoted(lines[0] ?? '')}`);
  if (lines.at(-1)?.toUpperCase() !== 'END:VCALENDAR')
    throw new InputError('the calendar is cut off: its end is missing');
  const drafts: Draft[] = [];
  const open: string[] = [];
  let zone = '';
  let draft: Draft | null = null;
  for (const line of lines) {
    const { name, value, tzid } = propertyOf(line);
    if (name === 'BEGIN') {
      open.push(value.toUpperCase());
      if (open.at(-1) === 'VEVENT') draft = { fields: new Map() };
    } else if (name === 'END') {
      if (open.pop() !== value.toUpperCase())
        throw new InputError(`the calendar is broken: ${quoted(line)} ends nothing`);
      if (value.toUpperCase() === 'VEVENT' && draft !== null) {
        drafts.push(draft);
        draft = null;
      }
    } else if (open.at(-1) === 'VEVENT' && draft !== null) draft.fields.set(name, { value, zone: tzid });
    else if (open.length === 1 && name === 'X-WR-TIMEZONE') zone = value.trim();
  }
  return newestOfEach(drafts).map((one) => eventOf(one, zone));
}

/** Lines, each with what was folded behind it. */
function unfolded(text: string): string[] {
  const lines: string[][] = [];
  let count = 0;
  for (const line of text.split(/\r?\n/)) {
    count += 1;
    if (count > entryLimit) throw new InputError(`over ${entryLimit} lines; no calendar has as many`);
    if (/^[ \t]/.test(line)) lines.at(-1)?.push(line.slice(1));
    else if (line !== '') lines.push([line]);
  }
  return lines.map((parts) => parts.join(''));
}

/** `DTSTART;TZID=US-Eastern:2026…` in its parts; a colon within quotation marks divides nothing. */
function propertyOf(line: string): { readonly name: string; readonly value: string; readonly tzid: string } {
  const bounds: number[] = [];
  let isQuoted = false;
  let at = 0;
  for (; at < line.length; at += 1) {
    const character = line[at];
    if (character === '"') isQuoted = !isQuoted;
    else if (!isQuoted && character === ';') bounds.push(at);
    else if (!isQuoted && character === ':') break;
  }
  const ends = [...bounds, at];
  const parameters = bounds.map((bound, i) => line.slice(bound + 1, ends[i + 1]));
  const tzid = parameters.find((parameter) => /^tzid=/i.test(parameter))?.slice('tzid='.length) ?? '';
  return {
    name: line.slice(0, ends[0]).toUpperCase(),
    value: line.slice(at + 1),
    tzid: tzid.replaceAll('"', ''),
  };
}

/** An event without a UID is no version of another. */
function newestOfEach(drafts: readonly Draft[]): readonly Draft[] {
  const versions = new Map<string, Draft>();
  drafts.forEach((draft, i) => {
    const uid = draft.fields.get('UID')?.value ?? `${i}`;
    // One day of a series that was changed is an event of its own.
    const name = `${uid} ${draft.fields.get('RECURRENCE-ID')?.value ?? ''}`;
    const before = versions.get(name);
    if (before === undefined || sequenceOf(draft) >= sequenceOf(before)) versions.set(name, draft);
  });
  return [...versions.values()];
}

const sequenceOf = ({ fields }: Draft): number => Number(fields.get('SEQUENCE')?.value ?? 0) || 0;

function eventOf({ fields }: Draft, zone: string): IcsEvent {
  const start = fields.get('DTSTART');
  return {
    summary: unescaped(fields.get('SUMMARY')?.value ?? '').trim(),
    start: start?.value.trim() ?? '',
    zone: start?.zone || zone,
    cancelled: fields.get('STATUS')?.value.trim().toUpperCase() === 'CANCELLED',
    repeats: fields.has('RRULE') || fields.has('RDATE'),
  };
}

const unescaped = (value: string): string =>
  value.replace(/\\([\\;,nN])/g, (_, character: string) => (/n/i.test(character) ? ' ' : character));
