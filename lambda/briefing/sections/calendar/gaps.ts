import { agenda } from '../../../market-data/agenda.ts';
import type { Absence, Sentence } from '../../../report/schema.ts';
import type { Context } from '../../context.ts';
import type { Header } from '../../header.ts';
import type { Idiom } from '../../words/idiom.ts';
import { reasonsText } from '../../words/reasons.ts';
import { plainSentence } from '../plain.ts';
import { hasCalendar } from './at-hand.ts';
import { endsBefore } from './ends.ts';

/** A calendar that is asked for, and what its absence means for a source without requests. */
interface CalendarNeed {
  readonly key: string;
  readonly what: string;
  readonly needs: string;
}

const earnings: CalendarNeed = {
  key: 'events:earnings',
  what: 'Earnings dates',
  needs: 'are not in the data of this run',
};
const releases: CalendarNeed = {
  key: 'events:releases',
  what: 'Release dates',
  needs: 'of jobs and consumer prices are not in the data of this run',
};
/** The same beside the publishers' own calendars. */
const otherReleases: CalendarNeed = {
  ...releases,
  what: 'Dates of regional surveys and consumer sentiment',
  needs: 'are not in the data of this run',
};

/** Publishers that are asked for their own calendars, as pages name them. */
const publishers: readonly CalendarNeed[] = [
  { key: 'events:bls', what: 'Calendar of the BLS', needs: 'was not asked for' },
  { key: 'events:bea', what: 'Calendar of the BEA', needs: 'was not asked for' },
  { key: 'events:fed', what: 'Calendar of the Federal Reserve', needs: 'was not asked for' },
];

/** The calendars that a briefing may have: those of publishers since the program keeps dates of its own beside them. */
const asked = (header: Header): readonly CalendarNeed[] =>
  hasCalendar(header, 'events:schedule') ? [otherReleases, ...publishers, earnings] : [releases, earnings];

function whyAbsent(
  { provenance, flags }: Header,
  { key, what, needs }: CalendarNeed,
  idiom: Idiom,
): string | null {
  const entry = provenance.find((one) => one.key === key);
  if (entry !== undefined && entry.status !== 'missing') return null;
  const flag = flags.find(({ subject }) => subject === key);
  const said = reasonsText(entry?.notes, idiom) ?? (flag && idiom.words(flag.text));
  return said === undefined ? `${what} ${needs}.` : `${what}: ${said}.`;
}

/** The calendars that a briefing may have and this one has not, as a sentence lists them. */
export const absentCalendars = (header: Header): readonly string[] =>
  asked(header)
    .filter(({ key }) => !hasCalendar(header, key))
    .map(({ what }) => `${what.charAt(0).toLowerCase()}${what.slice(1)}`);

/** One line on what the table does not hold up to its last day, where something is asked for and not there. */
export function calendarGaps({ header, book, view, words: { idiom } }: Context, until: string): Absence[] {
  const meeting = book.get('macro.fomc.next');
  const absent = asked(header).flatMap((calendar) => whyAbsent(header, calendar, idiom) ?? []);
  const hasKept = agenda(view, until).some(
    ({ standing, seen }) => standing === 'scheduled' && seen !== undefined,
  );
  const isFallenBack = hasKept && publishers.some(({ key }) => !hasCalendar(header, key));
  const reasons = [
    ...(meeting.value === null ? [`FOMC dates: ${reasonsText(meeting.reasons, idiom)}.`] : []),
    ...absent,
    ...(hasCalendar(header, 'events:schedule')
      ? [
          ...(isFallenBack ? ['Dates “scheduled as of” a day are those kept in the program.'] : []),
          ...endsBefore(header, until),
        ]
      : []),
  ];
  if (reasons.length === 0) return [];
  return [{ kind: 'absence', id: 'calendar.gaps', title: 'Not in this calendar', reason: reasons.join(' ') }];
}

/** Limits of the calendars that are there. */
export function calendarNotes({ header, words: { idiom } }: Context): Sentence[] {
  return asked(header).flatMap(({ key, what }) => {
    const entry = header.provenance.find((one) => one.key === key);
    if (entry === undefined || entry.status === 'missing') return [];
    return [
      ...(entry.status === 'stale' && entry.notes.length > 0
        ? [plainSentence(`${what}: ${reasonsText(entry.notes, idiom)}.`)]
        : []),
      ...(key === 'events:earnings'
        ? [
            plainSentence(
              'Earnings dates are estimates until a company confirms its own; no source says which are which.',
            ),
          ]
        : []),
    ];
  });
}
