import * as z from 'zod';
import { asPrinted } from '../briefing/words/number.ts';
import { editionNames, editionOf } from '../editions/index.ts';
import { firstChanges } from '../report/changes.ts';
import { plainText } from '../report/plain-text.ts';
import type { Report } from '../report/schema.ts';
import type { PublishedRevision } from './index-entry.ts';
import { revisionChanges } from './revision-changes.ts';

/** Numbers to search by, in the order in which a day has them: the score, and returns of the session as fractions. */
export const numberNames = ['score', 'fund', 'underlying', 'excess'] as const;

/**
 * What the site's lists, calendar and search know of one session, at its newest revision. Files of before left out what has
 * its usual value.
 */
export const day = z.strictObject({
  session: z.iso.date(),
  revision: z.number().int().min(1).default(1),
  simulated: z.boolean().default(false),
  incomplete: z.boolean().default(false),
  verdict: z.string(),
  changes: z.array(z.string()),
  /** The rotation's state in words, on whose side that is, and whether this session is its first. */
  state: z.string().nullable().default(null),
  side: z.enum(['own', 'other', 'none']).nullable().default(null),
  flip: z.boolean().default(false),
  /** As printed, in the order of `numberNames`; null where there is none. */
  numbers: z.array(z.number().nullable()),
  pdf: z.boolean().default(false),
  /** What differs from the first revision, where there is a later one. */
  corrected: z
    .strictObject({
      figures: z.number().int().min(0),
      note: z.string(),
      largest: z.strictObject({ id: z.string(), size: z.number() }).nullable().default(null),
    })
    .nullable()
    .default(null),
});

export type SessionLine = z.infer<typeof day>;

/** All that the site's scripts know of a year. */
export interface YearData {
  readonly edition: string;
  readonly title: string;
  readonly year: string;
  /** Newest first. */
  readonly sessions: readonly SessionLine[];
}

export interface PublishedReport {
  readonly report: Report;
  readonly manifest: PublishedRevision;
}

/** @param history every revision of one session, ascending; at least one */
export function sessionLineOf(history: readonly PublishedReport[]): SessionLine {
  const [first, newest] = [history[0], history.at(-1)];
  if (first === undefined || newest === undefined)
    throw new Error('a session without a revision has no entry');
  const { report, manifest } = newest;
  const state = wordOf(report, 'rotation.state');
  return {
    session: report.session,
    revision: report.revision,
    simulated: report.marks.simulated,
    incomplete: report.marks.incomplete,
    verdict: plainText(report.front.verdict),
    changes: firstChanges(report).map(plainText),
    state,
    side: sideOf(report, state),
    flip: wordOf(report, 'rotation.onset') === report.session,
    numbers: numbersOf(report),
    pdf: manifest.files['briefing.pdf'] !== undefined,
    corrected: history.length < 2 ? null : revisionChanges(first.report, report),
  };
}

function wordOf(report: Report, id: string): string | null {
  const value = report.figures[id]?.value;
  return typeof value === 'string' ? value : null;
}

/** Null for a state that no edition of this code has: then the calendar shows no sign. */
function sideOf(report: Report, state: string | null): SessionLine['side'] {
  const known = editionNames.map(editionOf).find(({ id }) => id === report.edition.id)?.states;
  const sides = ['own', 'other', 'none'] as const;
  return sides.find((side) => state !== null && known?.[side] === state) ?? null;
}

function numbersOf({ figures, front, edition: { fund, underlying } }: Report): (number | null)[] {
  // The rival is the one that the front page names.
  const rival = front.keys.map(({ figure }) => figure).find((id) => id.startsWith(`excess.${underlying}:`));
  const ids: Readonly<Record<(typeof numberNames)[number], string | undefined>> = {
    score: 'rotation.score',
    fund: `return.${fund}.1d`,
    underlying: `return.${underlying}.1d`,
    excess: rival?.replace(/\.\w+$/, '.1d'),
  };
  return numberNames.map((name) => {
    const value = figures[ids[name] ?? '']?.value;
    return typeof value === 'number' ? asPrinted(value, name === 'score' ? 0 : 4) : null;
  });
}
