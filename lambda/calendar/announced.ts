import type { ScheduledEvent } from './events.ts';
import { regularReleases } from './releases.ts';

/**
 * Dates that publishers announced for the rest of 2026, kept here for evenings on which no calendar was collected.
 * Facts, each with the place and the day where it was read. What came later, a lapse of appropriations for one, is not
 * in them: a calendar that was collected goes before. Of 2027 nothing was announced by then; nothing is put in its place.
 */
export const announcedThrough = '2026-12-30';

/** The first day of the readings: no session before it may use any of them. */
export const announcedFrom = '2026-09-24';

/** Dates of one release, as one source had them on one day. */
interface Announcement {
  /** A name in `releases.ts`, or of an event that is no release of figures. */
  readonly name: string;
  /** Who publishes it. */
  readonly source: string;
  /** New York time where `releases.ts` has none. */
  readonly time?: `${number}:${number}`;
  /** The day of the reading. */
  readonly seen: string;
  readonly days: readonly string[];
}

const announcements: readonly Announcement[] = [
  // bls.gov, schedule of news releases (its pages of 24 September 2026 and its calendar file).
  {
    name: 'Employment situation',
    source: 'BLS',
    seen: '2026-09-24',
    days: ['2026-10-02', '2026-11-06', '2026-12-04'],
  },
  {
    name: 'Consumer price index',
    source: 'BLS',
    seen: '2026-09-24',
    days: ['2026-10-14', '2026-11-10', '2026-12-10'],
  },
  // The calendar file of bls.gov, and FRED's calendar.
  { name: 'Producer price index', source: 'BLS', seen: '2026-09-26', days: ['2026-10-15', '2026-12-15'] },
  { name: 'Employment cost index', source: 'BLS', seen: '2026-09-26', days: ['2026-10-30'] },
  // bea.gov, calendar file: the second and the third estimate of the third quarter.
  {
    name: 'Gross domestic product',
    source: 'BEA',
    seen: '2026-09-26',
    days: ['2026-09-30', '2026-11-25', '2026-12-23'],
  },
  {
    name: 'Personal income and outlays',
    source: 'BEA',
    seen: '2026-09-26',
    days: ['2026-09-30', '2026-10-29', '2026-11-25', '2026-12-23'],
  },
  // FRED's calendar of releases.
  { name: 'Retail sales', source: 'Census Bureau', seen: '2026-09-26', days: ['2026-12-16'] },
  // federalreserve.gov, calendar file.
  {
    name: 'FOMC press conference',
    source: 'Federal Reserve',
    time: '14:30',
    seen: '2026-09-26',
    days: ['2026-10-28', '2026-12-09'],
  },
  {
    name: 'FOMC minutes',
    source: 'Federal Reserve',
    time: '14:00',
    seen: '2026-09-26',
    days: ['2026-10-07', '2026-11-18', '2026-12-30'],
  },
];

/** Every announced date as an event; `seen` says since when. */
export const announced: readonly ScheduledEvent[] = announcements.flatMap(
  ({ name, source, time, seen, days }) => {
    const release = regularReleases.find((one) => one.name === name);
    const when = time ?? release?.time ?? 'time not given';
    const common = { when, kind: 'release', name, standing: 'scheduled', source, seen } as const;
    return days.map((date): ScheduledEvent => ({ ...common, date, major: release?.major ?? false }));
  },
);
