import { heldMeetings } from '../../calendar/fomc.ts';
import { heldFrom } from '../../calendar/fomc-held.ts';
import { isEarlyClose, sessions } from '../../calendar/nyse.ts';
import { daysPublished } from '../../calendar/publication-days.ts';
import { fredSeries } from '../../editions/fred.ts';
import { firstOnOrAfter } from '../../series/position.ts';
import { fewestCases } from '../fewest.ts';
import { type Absent, absent } from '../write.ts';

/** Days of one kind, and between which sessions all of them are known. */
export interface DayKind {
  readonly id: string;
  /** In a reason: "decisions are known here from 2010". */
  readonly called: string;
  readonly known: string;
  readonly through: string;
  readonly isSuch: (session: string) => boolean;
  /** The sessions, where they are a list. */
  readonly listed?: readonly string[];
}

const ever = { known: '', through: '9999-12-31' } as const;
const shortened = new Set(sessions.filter(isEarlyClose));

/** Releases of a series; of a day without a session the next one counts. */
function released(id: string, called: string, series: string): DayKind {
  const days = daysPublished(series);
  const listed = days.map((day) => sessions[firstOnOrAfter(sessions, day)] ?? day);
  return { ...ofList(listed), id, called, through: days.at(-1)! };
}

function ofList(listed: readonly string[]) {
  const such = new Set(listed);
  return { known: heldFrom, listed, isSuch: (session: string) => such.has(session) };
}

/** The kinds of days whose moves are measured. */
export const dayKinds: readonly DayKind[] = [
  { id: 'all', called: 'sessions', ...ever, isSuch: () => true },
  { ...ever, ...ofList(heldMeetings(heldFrom, sessions.at(-1)!)), id: 'fomc', called: 'decisions' },
  { id: 'early', called: 'early closes', ...ever, isSuch: (session) => shortened.has(session) },
  released('cpi', 'days of consumer prices', fredSeries.cpi),
  released('jobs', 'days of jobs reports', fredSeries.payrolls),
];

/** Why not all days of a kind are known between two sessions; null where they are. */
export function whyUnknown({ called, known, through }: DayKind, from: string, to: string): Absent | null {
  if (from < known) return absent({ code: 'days-known-from', days: called, year: known.slice(0, 4), from });
  return to > through ? absent({ code: 'days-known-to', days: called, to: through, session: to }) : null;
}

/** Why there is no statistic of a given number of days; null where there is one. */
export const tooFew = (count: number): Absent | null =>
  count < fewestCases ? absent({ code: 'few-days', days: count, needed: fewestCases }) : null;
