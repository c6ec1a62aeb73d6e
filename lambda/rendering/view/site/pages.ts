import { files, keys } from '../../../archive-layout.ts';
import { formatDate, formatInstant, formatNumber } from '../../../briefing/words/format.ts';
import { yearCalendar } from '../../../catalogue/calendar.ts';
import type { PublishedReport, SessionLine, YearData } from '../../../catalogue/day.ts';
import type { Grade } from '../../../catalogue/grade.ts';
import type { Here } from '../../../catalogue/here.ts';
import { revisionChanges } from '../../../catalogue/revision-changes.ts';
import { shownTogether } from '../../../catalogue/year-data.ts';
import type { ArchiveIndex } from '../../../catalogue/years.ts';
import { counted } from '../../../counted.ts';
import type { Report } from '../../../report/schema.ts';
import { calendarView, type LegendView, legendOf, type MonthView } from './calendar.ts';
import { type FrontView, frontView } from './front.ts';
import { gradeWords } from './grade.ts';
import { archiveQueries } from './queries.ts';
import { type ListedSession, lineOf } from './words.ts';

/** How many sessions of a year there are, and of what kind. */
const countsOf = (days: readonly SessionLine[]): string => {
  const some = (count: number, what: string) => (count === 0 ? [] : [`${count} ${what}`]);
  const turns = days.filter(({ flip }) => flip).length;
  return [
    counted(days.length, 'session'),
    ...(turns === 0 ? [] : [counted(turns, 'turn of the rotation', 'turns of the rotation')]),
    ...some(days.filter(({ corrected }) => corrected !== null).length, 'corrected'),
    ...some(days.filter(({ incomplete }) => incomplete).length, 'incomplete'),
  ].join(' · ');
};

export interface FrontPage {
  readonly title: string;
  readonly description: string;
  readonly front: FrontView;
  readonly buttons: readonly { readonly text: string; readonly href: string }[];
  /** How the briefings' own statements turned out; empty before there is anything to say. */
  readonly grade: string;
  /** The newest session and its revision, as `2026-02-20.1`. */
  readonly of: string;
  readonly year: string;
  readonly counts: string;
  readonly months: readonly MonthView[];
  readonly legend: readonly LegendView[];
  readonly last: readonly ListedSession[];
  readonly corrected: readonly ListedSession[];
  /** For the Parquet files of the archive, in SQL. */
  readonly queries: readonly string[];
  readonly years: readonly { readonly year: string; readonly href: string; readonly count: string }[];
}

/** Sessions that the front page lists, and among which it names corrections. */
const listed = 10;

/**
 * @param days of the newest session's year and the one before it, newest first
 * @param report the newest session's
 */
export function frontPage(
  index: ArchiveIndex,
  days: readonly SessionLine[],
  report: Report,
  grade: Grade | null,
): FrontPage {
  const newest = days[0]!;
  const year = newest.session.slice(0, 4);
  const ofYear = days.filter(({ session }) => session.startsWith(year));
  const real = index.years.some((one) => one.real > 0);
  const last = days.slice(0, listed);
  const corrected = last.flatMap((day) =>
    day.corrected === null ? [] : [{ ...lineOf(day, ''), note: day.corrected.note }],
  );
  return {
    title: report.edition.title,
    description: newest.verdict,
    front: frontView(report, ''),
    buttons: [...buttonsOf(newest, ''), ...furtherOf(newest, days[1]?.session ?? null, '')],
    grade: grade === null ? '' : gradeWords(grade, report.edition.underlying, report.edition.fund),
    of: `${newest.session}.${newest.revision}`,
    year,
    counts: countsOf(ofYear),
    months: calendarView(yearCalendar(year, ofYear, newest.session), ''),
    legend: legendOf(ofYear),
    // What was corrected is said below the list.
    last: last.map((day) => ({ ...lineOf(day, ''), note: day.corrected === null ? '' : 'Corrected' })),
    corrected,
    queries: archiveQueries(report),
    years: index.years
      .filter((one) => !real || one.real > 0)
      .map((one) => ({
        year: one.year,
        href: `${one.year}/index.html`,
        count: counted(real ? one.real : one.sessions, 'session'),
      })),
  };
}

function buttonsOf(day: SessionLine, root: string) {
  const folder = root + keys.revision(day.session, day.revision);
  return [
    { text: 'Read the briefing', href: folder + files.html },
    ...(day.pdf ? [{ text: 'PDF', href: folder + files.pdf }] : []),
  ];
}

/** To the pages that set a session beside others. */
function furtherOf({ session }: SessionLine, previous: string | null, root: string) {
  return [
    ...(previous === null
      ? []
      : [
          { text: 'Compare with the session before', href: `${root}compare.html#a=${previous}&b=${session}` },
        ]),
    { text: 'Sessions like this', href: `${root}like.html#d=${session}` },
  ];
}

export interface YearPage {
  readonly title: string;
  readonly description: string;
  readonly year: string;
  readonly counts: string;
  readonly months: readonly MonthView[];
  readonly legend: readonly LegendView[];
  /** Newest first. */
  readonly lists: readonly { readonly name: string; readonly lines: readonly ListedSession[] }[];
}

export function yearPage(data: YearData): YearPage {
  const days = shownTogether(data.sessions);
  const months = yearCalendar(data.year, days, days[0]!.session);
  const byMonth = Map.groupBy(days, ({ session }) => Number(session.slice(5, 7)));
  return {
    title: data.title,
    description: `${data.year}: ${countsOf(days)}`,
    year: data.year,
    counts: countsOf(days),
    months: calendarView(months, '../'),
    legend: legendOf(days),
    lists: [...byMonth].map(([month, of]) => ({
      name: months[month - 1]!.name,
      lines: of.map((day) => lineOf(day, '../')),
    })),
  };
}

export interface SessionPage {
  readonly title: string;
  readonly description: string;
  readonly session: string;
  readonly year: string;
  readonly front: FrontView;
  readonly buttons: readonly { readonly text: string; readonly href: string }[];
  readonly previous: Neighbour | null;
  readonly next: Neighbour | null;
  readonly revisions: readonly {
    readonly name: string;
    readonly href: string;
    readonly published: string;
    readonly collected: string;
    /** Why it was made. */
    readonly why: string;
    /** `2025-12-31.1`. */
    readonly of: string;
    /** ISO 8601 UTC. */
    readonly publishedAt: string;
    readonly changed: string;
    /** To what it changed, figure by figure; empty for the first. */
    readonly compare: string;
    readonly newest: boolean;
  }[];
  readonly files: readonly {
    readonly name: string;
    readonly href: string;
    readonly bytes: string;
    readonly sha256: string;
  }[];
}

interface Neighbour {
  readonly href: string;
  readonly date: string;
}

/** Why a revision was made after another: what it was made from is another one, or what made it, or both. */
function whyAgain(old: PublishedReport, now: PublishedReport): string {
  const data = old.report.snapshot !== now.report.snapshot;
  const program = old.manifest.code !== now.manifest.code;
  if (data && program) return 'Data or program changed';
  return data ? 'The data changed' : program ? 'The program changed; the data are the same' : 'Made again';
}

/** @param history every revision of the session, ascending */
export function sessionPage(history: readonly PublishedReport[], day: SessionLine, here: Here): SessionPage {
  const { report } = history.at(-1)!;
  const root = '../../';
  const to = (session: string | null): Neighbour | null =>
    session === null ? null : { href: `../${session}/index.html`, date: formatDate(session) };
  return {
    title: report.edition.title,
    description: day.verdict,
    session: report.session,
    year: report.session.slice(0, 4),
    front: frontView(report, root),
    buttons: [...buttonsOf(day, root), ...furtherOf(day, here.previous, root)],
    previous: to(here.previous),
    next: to(here.next),
    revisions: history
      .map(({ report: of, manifest }, at) => ({
        name: `r${manifest.revision}`,
        href: `r${manifest.revision}/${manifest.files[files.html] === undefined ? files.report : files.html}`,
        published: formatInstant(manifest.publishedAt),
        collected: formatInstant(of.collectedAt),
        changed: at === 0 ? '' : revisionChanges(history[at - 1]!.report, of).note,
        compare:
          at === 0
            ? ''
            : `${root}compare.html#a=${report.session}.${history[at - 1]!.manifest.revision}&b=${report.session}.${manifest.revision}`,
        why: at === 0 ? 'First published' : whyAgain(history[at - 1]!, history[at]!),
        of: `${report.session}.${manifest.revision}`,
        publishedAt: manifest.publishedAt,
        newest: at === history.length - 1,
      }))
      .toReversed(),
    files: history.toReversed().flatMap(({ manifest }) =>
      Object.entries(manifest.files).flatMap(([name, file]) =>
        file === undefined
          ? []
          : [
              {
                name: `r${manifest.revision}/${name}`,
                href: `r${manifest.revision}/${name}`,
                bytes: formatNumber(file.bytes / 1000, 0),
                sha256: file.sha256,
              },
            ],
      ),
    ),
  };
}
