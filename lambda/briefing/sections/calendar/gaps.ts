import type { Absence, Sentence } from '../../../report/schema.ts';
import type { Header } from '../../header.ts';
import type { Context } from '../context.ts';
import { text } from '../plain.ts';

/** A calendar that is asked for, and what its absence means where nobody had to be asked. */
interface Asked {
  readonly key: string;
  readonly what: string;
  readonly needs: string;
}

export const asked: readonly Asked[] = [
  { key: 'events:releases', what: 'Release dates', needs: 'need a FRED key (FRED_API_KEY)' },
  { key: 'events:earnings', what: 'Earnings dates', needs: 'come with live data only' },
];

/** Whether a calendar that is asked for is there. */
export const isAtHand = ({ provenance }: Header, key: string): boolean =>
  provenance.some((one) => one.key === key && one.status !== 'missing');

/** Why a calendar is not there; null when it is. */
function whyAbsent({ provenance, flags }: Header, { key, what, needs }: Asked): string | null {
  const entry = provenance.find((one) => one.key === key);
  if (entry !== undefined && entry.status !== 'missing') return null;
  const said = entry?.note ?? flags.find(({ subject }) => subject === key)?.text;
  return said === undefined ? `${what} ${needs}.` : `${what}: ${said}.`;
}

/** One line on what the table does not hold, where something is asked for and not there. */
export function calendarGaps({ header, book }: Context): Absence[] {
  const meeting = book.get('macro.fomc.next');
  const reasons = [
    ...(meeting.value === null ? [`FOMC dates: ${meeting.reason}.`] : []),
    ...asked.flatMap((calendar) => whyAbsent(header, calendar) ?? []),
  ];
  if (reasons.length === 0) return [];
  return [{ kind: 'absence', id: 'calendar.gaps', title: 'Not in this calendar', reason: reasons.join(' ') }];
}

/** What is to be known of the calendars that are there. */
export function calendarNotes({ header }: Context): Sentence[] {
  return asked.flatMap(({ key, what }) => {
    const entry = header.provenance.find((one) => one.key === key);
    if (entry === undefined || entry.status === 'missing') return [];
    return [
      ...(entry.status === 'stale' && entry.note !== undefined ? [text(`${what}: ${entry.note}.`)] : []),
      ...(key === 'events:earnings'
        ? [
            text(
              'Earnings dates are estimates until a company confirms its own; no source says which are which.',
            ),
          ]
        : []),
    ];
  });
}
