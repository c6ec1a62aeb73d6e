import { describe, expect, it } from 'vitest';
import { icsEvents } from '../../../../lambda/sources/parsing/ics.ts';
import { newYorkStart } from '../../../../lambda/sources/parsing/ics-time.ts';
import { parseBeaCalendar } from '../../../../lambda/sources/providers/bea-calendar/parse.ts';
import { parseBlsCalendar } from '../../../../lambda/sources/providers/bls-calendar/parse.ts';
import { parseBoardCalendar } from '../../../../lambda/sources/providers/board-calendar/parse.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const calendar = (...events: readonly (readonly string[])[]): string =>
  [
    'BEGIN:VCALENDAR',
    ...events.flatMap((lines) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']),
    'END:VCALENDAR',
    '',
  ].join('\r\n');
const bls = (...events: readonly (readonly string[])[]) => parseBlsCalendar(bytes(calendar(...events)));
const jobs = (start: string, ...more: readonly string[]) => [
  `DTSTART${start}`,
  'SUMMARY:Employment Situation',
  ...more,
];
const wordsOf = (...events: readonly (readonly string[])[]) =>
  bls(...events).events.map(({ date, when }) => `${date} ${when}`);

describe('the hour of an entry', () => {
  // New York is five hours behind UTC in winter and four in summer; Chicago an hour behind New York all year.
  it.each([
    [';TZID=US-Eastern:20261204T083000', '2026-12-04 08:30'],
    [';TZID="America/New_York":20260702T083000', '2026-07-02 08:30'],
    [';TZID=America/Chicago:20261204T073000', '2026-12-04 08:30'],
    [';TZID=US-Central:20260702T073000', '2026-07-02 08:30'],
    [':20261204T133000Z', '2026-12-04 08:30'],
    [':20260702T123000Z', '2026-07-02 08:30'],
    [';VALUE=DATE-TIME:20261204T133000Z', '2026-12-04 08:30'],
    // The clocks went back on 1 November 2026 and forward on 8 March.
    [':20261030T123000Z', '2026-10-30 08:30'],
    [':20261102T133000Z', '2026-11-02 08:30'],
    [':20260306T133000Z', '2026-03-06 08:30'],
    [':20260309T123000Z', '2026-03-09 08:30'],
    [':20261205T023000Z', '2026-12-04 21:30'],
    [';VALUE=DATE:20261204', '2026-12-04 time not given'],
  ])('%s is %s in New York', (start, when) => {
    expect(wordsOf(jobs(start))).toEqual([when]);
  });

  it.each([
    [';TZID=Europe/London:20261204T133000', /clock of "Europe\/London"/],
    [':20261204T083000', /clock of ""/],
    [':20261304T083000Z', /no time/],
    [':20260230', /no time/],
    [':20261204T250000Z', /no time/],
    [':tomorrow', /no time/],
  ])('%s spoils the file', (start, why) => {
    expect(() => bls(jobs(start))).toThrow(why);
  });

  it('is by the zone of the calendar where the entry has none', () => {
    const text = calendar(jobs(':20261204T083000')).replace('\r\n', '\r\nX-WR-TIMEZONE:US-Eastern\r\n');
    expect(icsEvents(text).map(newYorkStart)).toEqual([{ date: '2026-12-04', when: '08:30' }]);
  });
});

describe('a calendar file', () => {
  const start = ';TZID=US-Eastern:20261204T083000';

  it('has folded lines, escapes, and alarms that are no part of their event', () => {
    const text = calendar([
      ...['SUMMARY:GDP (Third Est', ' imate)\\, Indus', '\ttries\\; and more', 'DTSTART:20261223T133000Z'],
      ...['BEGIN:VALARM', 'SUMMARY:another', 'END:VALARM'],
    ]);
    expect(icsEvents(text)[0]?.summary).toBe('GDP (Third Estimate), Industries; and more');
    expect(icsEvents(text.replaceAll('\r\n', '\n'))).toEqual(icsEvents(text));
  });

  it('takes the newest version of an event; a cancelled one is named and has no date', () => {
    const uid = 'UID:one';
    expect(
      wordsOf(jobs(start, uid, 'SEQUENCE:2'), jobs(';TZID=US-Eastern:20261211T083000', uid, 'SEQUENCE:1')),
    ).toEqual(['2026-12-04 08:30']);
    const { events, covers, complaints } = bls(jobs(start, 'STATUS:CANCELLED'));
    expect(events).toEqual([]);
    expect(covers?.names).toEqual(['Employment situation']);
    expect(complaints).toEqual(['Employment situation of 2026-12-04 is cancelled']);
  });

  it.each([
    ['an empty answer', '', /empty/],
    [
      'an HTML page',
      '<!DOCTYPE html><title>Access Denied</title>',
      /HTML page instead of data: "Access Denied"/,
    ],
    ['plain text', 'Access Denied', /no calendar file/],
    ['a file cut off', calendar(jobs(start)).slice(0, -20), /cut off/],
    ['parts that do not close', calendar([...jobs(start), 'BEGIN:VALARM']), /ends nothing/],
    ['a rule of repetition', calendar(jobs(start, 'RRULE:FREQ=MONTHLY')), /comes again by a rule/],
    [
      'other releases only',
      calendar([`DTSTART${start}`, 'SUMMARY:Employment Situation of Veterans']),
      /none of the regular/,
    ],
  ])('is refused when it is %s', (_, text, why) => {
    expect(() => parseBlsCalendar(bytes(text))).toThrow(why);
  });

  it('covers days up to its last, without one far beyond the others', () => {
    const other = (day: string) => [`DTSTART;TZID=US-Eastern:${day}T100000`, 'SUMMARY:Something else'];
    expect(bls(jobs(start), other('20261230'), other('29990101')).covers).toEqual({
      names: ['Employment situation'],
      from: '2026-12-04',
      through: '2026-12-30',
    });
  });

  it('of 29,000 events is read in one pass', () => {
    const lines = Array.from({ length: 29_000 }, (_, i) => [`UID:${i}`, 'SUMMARY:x']);
    expect(icsEvents(calendar(...lines))).toHaveLength(29_000);
    expect(() => icsEvents(calendar(...lines, ...lines))).toThrow(/over 120000 lines/);
  });
});

it('takes gross domestic product by its national titles only', () => {
  const titles = [
    'GDP (Third Estimate)\\, Industries\\, and Corporate Profits',
    'GDP (Second Estimate) and Corporate Profits\\, 3rd Quarter 2026',
    'Gross Domestic Product\\, 4th Quarter and Year 2024 (Advance Estimate)',
    'Gross Domestic Product by State\\, 1st Quarter 2026',
    'GDP by County\\, 2025',
    'Personal Income and Outlays\\, October 2026',
    'Personal Income by State',
  ];
  const events = titles.map((title, i) => [`SUMMARY:${title}`, `DTSTART:202611${10 + i}T133000Z`]);
  expect(
    parseBeaCalendar(bytes(calendar(...events))).events.map(({ date, name }) => `${date} ${name}`),
  ).toEqual([
    '2026-11-10 Gross domestic product',
    '2026-11-11 Gross domestic product',
    '2026-11-12 Gross domestic product',
    '2026-11-15 Personal income and outlays',
  ]);
});

describe('the Board’s calendar', () => {
  const read = (...events: readonly object[]) => parseBoardCalendar(bytes(JSON.stringify({ events })));
  const meeting = { title: 'FOMC Meeting', time: '2:00 p.m.', month: '2026-12', days: '8-9' };

  it('has a meeting’s decision on its last day, and noon and midnight where they belong', () => {
    expect(read(meeting).events).toMatchObject([
      { date: '2026-12-09', when: '14:00', kind: 'decision', major: true },
    ]);
    const hour = (time: string) => read({ ...meeting, time }).events[0]?.when;
    expect(['12:00 p.m.', '12:30 a.m.', '9:15 a.m.', '', 'noon', '13:00 p.m.'].map(hour)).toEqual([
      ...['12:00', '00:30', '09:15', 'time not given', 'time not given', 'time not given'],
    ]);
  });

  it('is refused when a meeting has no date, and not when a speech has none', () => {
    expect(() => read({ ...meeting, days: '32' })).toThrow(/no date/);
    expect(() => read({ ...meeting, month: '' })).toThrow(/no date/);
    expect(read(meeting, { title: 'Speech', month: '2026-12', days: 'TBD' }, {}).events).toHaveLength(1);
    expect(() => parseBoardCalendar(bytes('{"events":"none"}'))).toThrow(/shape/);
  });
});
