import * as z from 'zod';
import { isIn } from './coded-texts.ts';
import { day, type SessionLine, type YearData } from './day.ts';
import { mergeSessions } from './index-entry.ts';
import { linesIn } from './year-file.ts';
import { yearKey } from './years.ts';

const head = { edition: z.string(), title: z.string(), year: z.string().regex(/^\d{4}$/) };

/** As it was written before: every session with the names of its fields. */
const firstFile = z.strictObject({
  schema: z.literal('smallcap-briefing-year/1'),
  ...head,
  sessions: z.array(day),
});

const { state, side, numbers, revision, corrected } = day.shape;
const coded = z.union([z.string(), z.tuple([z.int().min(0)], z.string())]);
const row = z.tuple([
  z.string().regex(/^\d\d-\d\d$/),
  z.string().regex(/^s?i?f?p?$/),
  z.int().min(0),
  numbers,
  coded,
  z.array(coded),
  z.strictObject({ revision, corrected }).optional(),
]);

const secondFile = z
  .strictObject({
    schema: z.literal('smallcap-briefing-year/2'),
    ...head,
    states: z.array(z.tuple([state, side])),
    texts: z.array(z.string()),
    sessions: z.array(row),
  })
  .refine(
    ({ states, texts, sessions }) =>
      sessions.every(
        ([, , at, , verdict, changes]) =>
          states[at] !== undefined && [verdict, ...changes].every((text) => isIn(texts, text)),
      ),
    { path: ['sessions'], error: 'name a text or a state that the file does not have' },
  );

/** What `data/YEAR.js` says, in either form. */
export const yearData = z
  .discriminatedUnion('schema', [firstFile, secondFile])
  .transform((file): YearData => {
    const { edition, title, year } = file;
    const sessions = file.schema === 'smallcap-briefing-year/1' ? file.sessions : linesIn(file);
    return { edition, title, year, sessions };
  });

/** A year with more sessions in it. Commutative and idempotent: {@link mergeSessions}. */
export function mergeYearData(
  known: YearData | null,
  { edition, title, year }: Pick<YearData, 'edition' | 'title' | 'year'>,
  added: readonly SessionLine[],
): YearData {
  const ours = added.filter(({ session }) => yearKey(session) === year);
  const sessions = mergeSessions(known?.sessions ?? [], ours);
  return { edition, title, year, sessions };
}

/** Grows with every session and revision, and with nothing else: of two states of a year the later has more. */
export const weightOf = (sessions: readonly { readonly revision: number }[]): number =>
  sessions.reduce((sum, { revision }) => sum + revision, 0);

/** The sessions that a page lists: real ones where there is one, simulated ones otherwise. */
export function shownTogether<T extends { readonly simulated: boolean }>(
  sessions: readonly T[],
): readonly T[] {
  const real = sessions.filter(({ simulated }) => !simulated);
  return real.length > 0 ? real : sessions;
}
