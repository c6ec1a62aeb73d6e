import type { Route } from './replies.ts';

/**
 * The calendars of the publishers, in the forms that others recorded on 26 September 2026: which lines they have, and
 * how times are written. Only the facts are theirs: titles, days and hours.
 */

/** Days of 2026 of the BLS, `MM-DD HHMM` of its title. */
const bls: readonly (readonly [title: string, days: readonly string[]])[] = [
  ['Employment Situation', ['1002 0830', '1106 0830', '1204 0830']],
  ['Consumer Price Index', ['1014 0830', '1110 0830', '1210 0830']],
  ['Producer Price Index', ['1015 0830', '1215 0830']],
  ['Real Earnings', ['1014 0830', '1210 0830']],
  ['Job Openings and Labor Turnover Survey', ['1201 1000']],
  ['County Employment and Wages', ['1230 1000']],
];

const crlf = (lines: readonly string[]): string => `${lines.join('\r\n')}\r\n`;

export const blsFile: string = crlf([
  ...['BEGIN:VCALENDAR', 'PRODID:-//Department of Labor//Bureau of Labor Statistics//EN', 'VERSION:2.0'],
  ...['METHOD:PUBLISH', 'X-WR-TIMEZONE:US-Eastern', 'BEGIN:VTIMEZONE', 'TZID:US-Eastern'],
  ...['BEGIN:DAYLIGHT', 'TZOFFSETFROM:-0500', 'TZOFFSETTO:-0400', 'DTSTART:20070311T020000'],
  ...['RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU', 'TZNAME:EDT', 'END:DAYLIGHT', 'END:VTIMEZONE'],
  ...bls.flatMap(([title, days]) =>
    days.flatMap((day) => [
      ...['BEGIN:VEVENT', 'SEQUENCE:1', `UID:${title.length}-${day.slice(0, 4)}`],
      ...[`DTSTART;TZID=US-Eastern:2026${day.replace(' ', 'T')}00`, 'DURATION:PT0M', `SUMMARY:${title}`],
      ...['LOCATION:Washington\\, DC', 'CATEGORIES:IMPORTANT, BLS', 'END:VEVENT'],
    ]),
  ),
  'END:VCALENDAR',
]);

/** The BEA's, in UTC, a title folded after 75 characters. */
const bea: readonly (readonly [summary: readonly string[], start: string])[] = [
  [['Gross Domestic Product\\, 4th Quarter and Year 2025 (Advance Estima', ' te)'], '20260220T133000Z'],
  [['GDP by State\\, 2nd Quarter 2026'], '20260930T140000Z'],
  [
    ['GDP (Third Estimate)\\, Industries\\, Corporate Profits\\, State GDP\\', ' \\, 2nd Quarter 2026'],
    '20260930T123000Z',
  ],
  [['GDP (Second Estimate) and Corporate Profits\\, 3rd Quarter 2026'], '20261125T133000Z'],
  [['Personal Income and Outlays\\, September 2026'], '20261029T123000Z'],
  [['Personal Income and Outlays\\, October 2026'], '20261125T133000Z'],
  [
    ['GDP (Third Estimate)\\, Industries\\, and Corporate Profits\\, 3rd Quar', ' ter 2026'],
    '20261223T133000Z',
  ],
  [['Personal Income and Outlays\\, November 2026'], '20261223T133000Z'],
];

export const beaFile: string = crlf([
  ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'X-WR-TIMEZONE:America/New_York'],
  ...bea.flatMap(([summary, start], i) => [
    ...['BEGIN:VEVENT', `SUMMARY:${summary[0]}`, ...summary.slice(1)],
    ...[
      `DTSTART:${start}`,
      'DURATION:PT30M',
      `UID:${i}`,
      'SEQUENCE:0',
      'DESCRIPTION:www.bea.gov',
      'END:VEVENT',
    ],
  ]),
  'END:VCALENDAR',
]);

/** The Board's, which begins with a byte order mark and ends with an empty entry. */
export const boardFile: string = `\ufeff${JSON.stringify({
  events: [
    {
      title: 'Discussion - Governor Lisa D. Cook ',
      time: '3:30 p.m.',
      month: '2026-10',
      days: '1',
      type: 'Speeches',
    },
    {
      title: 'H.4.1 - Factors Affecting Reserve Balances',
      time: '4:30 p.m.',
      month: '2026-10',
      days: '1, 8, 15, 22, 29',
    },
    { title: 'FOMC Minutes', time: '2:00 p.m.', month: '2026-10', days: '7', type: 'FOMC' },
    { title: 'FOMC Press Conference', time: '2:30 p.m.', month: '2026-10', days: '28', type: 'FOMC' },
    { title: 'FOMC Meeting', time: '2:00 p.m.', month: '2026-10', days: '28', type: 'FOMC' },
    { title: 'FOMC Minutes', time: '2:00 p.m.', month: '2026-11', days: '18', type: 'FOMC' },
    { title: 'FOMC Meeting', time: '2:00 p.m.', month: '2026-12', days: '9', type: 'FOMC' },
    { title: 'FOMC Press Conference', time: '2:30 p.m.', month: '2026-12', days: '9', type: 'FOMC' },
    { title: 'FOMC Minutes', time: '2:00 p.m.', month: '2026-12', days: '30', type: 'FOMC' },
    { title: 'G.20 - Finance Companies', time: '', month: '2026-12', days: '31', type: 'Stat' },
    {},
  ],
  announcement: [{}],
})}`;

const ics = (body: string) => ({ status: 200, type: 'text/calendar', body });

export const schedules: readonly Route[] = [
  {
    provider: 'blsdates',
    path: /^\/schedule\/news_release\/bls\.ics$/,
    // A name with an address is answered; browsers, curl and bare names were turned away.
    answer: (_, { headers }) =>
      /^[\w-]+\/\S+ \(.*@.*\)$/.test(String(headers['user-agent'] ?? ''))
        ? ics(blsFile)
        : { status: 403, type: 'text/html', body: '<HTML><HEAD><TITLE>Access Denied</TITLE></HEAD></HTML>' },
  },
  {
    provider: 'bea',
    path: /^\/news\/schedule\/ics\/online-calendar-subscription\.ics$/,
    answer: () => ics(beaFile),
  },
  {
    provider: 'board',
    path: /^\/json\/calendar\.json$/,
    answer: () => ({ status: 200, type: 'application/json', body: boardFile }),
  },
];
