import * as z from 'zod';
import { files } from '../archive-layout.ts';
import type { Report } from '../report/schema.ts';
import type { PublishedRevision } from './index-entry.ts';
import { mergeSessions } from './index-entry.ts';
import { yearKey } from './years.ts';

/** First digits of a SHA-256, as the mail's footer prints them. */
export const digestDigits = 12;
const digest = z.string().regex(/^[0-9a-f]{12}$/);

/** What one session said ahead of the next, what it was like, and the digests that prove it. */
export const recordEntry = z.strictObject({
  session: z.iso.date(),
  revision: z.number().int().min(1),
  simulated: z.boolean().default(false),
  /**
   * Of each revision's report, ascending, the first digits of its SHA-256, and of the report that it was compared with:
   * null when there was none.
   */
  proofs: z.array(z.tuple([z.number().int().min(1), digest, digest.nullable()])),
  /** The move of the underlying expected for the session after, one standard deviation, as it was first published. */
  expected: z.number().nullable(),
  /** The underlying's return that day, of the newest revision. */
  moved: z.number().nullable(),
  /** By how much the ladder, computed the session before, missed the fund's close. */
  missed: z.number().nullable(),
  /** The six figures by which sessions are held to be alike, in the order of `likeness`. */
  like: z.array(z.number().nullable()),
});

/** `data/record/YEAR.js`, as `archive.record({…})`. */
export const recordData = z.strictObject({
  schema: z.literal('smallcap-briefing-record/1'),
  year: z.string().regex(/^\d{4}$/),
  sessions: z.array(recordEntry),
});

export type RecordEntry = z.infer<typeof recordEntry>;
export type RecordData = z.infer<typeof recordData>;

/** The figures of likeness: leadership, its recent pay, trend, volatility, its price, and the fall since the high. */
const likeness = (underlying: string, rival: string): readonly string[] => [
  'rotation.score',
  `excess.${underlying}:${rival}.21d`,
  `close.${underlying}.vs200`,
  `vol.${underlying}.21d`,
  'macro.vix',
  `drawdown.${underlying}.now`,
];

/** @param history every revision of one session, ascending; at least one */
export function recordOf(
  history: readonly { readonly report: Report; readonly manifest: PublishedRevision & Compared }[],
): RecordEntry {
  const [first, newest] = [history[0]!.report, history.at(-1)!.report];
  const { underlying } = newest.edition;
  const rival =
    newest.front.keys
      .map(({ figure }) => figure)
      .find((id) => id.startsWith(`excess.${underlying}:`))
      ?.slice(`excess.${underlying}:`.length)
      .replace(/\.\w+$/, '') ?? '';
  return {
    session: newest.session,
    revision: newest.revision,
    simulated: newest.marks.simulated,
    proofs: history.map(({ manifest }) => [
      manifest.revision,
      (manifest.files[files.report]?.sha256 ?? '').slice(0, digestDigits),
      manifest.previous === null ? null : manifest.previous.sha256.slice(0, digestDigits),
    ]),
    expected: numberOf(first, `expected.${underlying}.1d`),
    moved: numberOf(newest, `return.${underlying}.1d`),
    missed: numberOf(first, 'ladder.error.1d'),
    like: likeness(underlying, rival).map((id) => numberOf(newest, id)),
  };
}

interface Compared {
  readonly previous: { readonly sha256: string } | null;
}

function numberOf({ figures }: Report, id: string): number | null {
  const value = figures[id]?.value;
  return typeof value === 'number' ? Number(value.toPrecision(5)) : null;
}

/** A year's record with more sessions in it. Commutative and idempotent: {@link mergeSessions}. */
export function mergeRecord(
  known: RecordData | null,
  year: string,
  added: readonly RecordEntry[],
): RecordData {
  const ours = added.filter(({ session }) => yearKey(session) === year);
  return {
    schema: 'smallcap-briefing-record/1',
    year,
    sessions: mergeSessions(known?.sessions ?? [], ours),
  };
}
