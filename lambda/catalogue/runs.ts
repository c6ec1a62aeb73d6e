import * as z from 'zod';
import { monthKey } from '../calendar/civil.ts';
import { newYorkDate } from '../calendar/new-york.ts';

/**
 * How a run ended.
 *
 * - `published`: a revision was published.
 * - `unchanged`: the archive said the same already.
 * - `no session`: the exchange was closed that day.
 * - `final`: the session's briefing had nothing more to wait for.
 * - `refused`: the gate found a required series absent or wrong, at the end of the wait for it.
 * - `failed`: anything else kept it from publishing.
 */
export const runOutcomes = ['published', 'unchanged', 'no session', 'final', 'refused', 'failed'] as const;

export type RunOutcome = (typeof runOutcomes)[number];

/** What may go wrong beside a publication: `pdf`, `site`, `messages`. */
export const runParts = ['pdf', 'site', 'messages'] as const;

const count = z.number().int().min(0);
const seconds = z.number().min(0);

/** How series came: numbers of series, except for `retried`, which counts requests. */
const received = z.strictObject({
  asked: count,
  /** Came with a value that may be used for the session. */
  answered: count,
  /** Came from a provider further down their chain, over all looks. */
  fellBack: count,
  /** Requests that were made again after a failure that may pass, over all looks. */
  retried: count,
});

export type SeriesReceived = z.infer<typeof received>;

/** What became of one run: a row of the ledger. Written once, when it ends. */
export const runEntry = z.strictObject({
  /** The execution's name in AWS; of the command line when it started and what it did. */
  id: z.string().regex(/^[\w.-]{1,120}$/),
  run: z.enum(['evening', 'final', 'morning', 'backfill', 'manual']),
  /** The session it was about, of a backfill the last; null where there was none. */
  session: z.iso.date().nullable(),
  /** The first session of a backfill; null of any other run. */
  from: z.iso.date().nullable(),
  /** When a schedule meant to start it; null of a run by hand. */
  scheduled: z.iso.datetime().nullable(),
  started: z.iso.datetime(),
  ended: z.iso.datetime(),
  outcome: z.enum(runOutcomes),
  /** The revision that was published, or that said the same. */
  revision: z.number().int().min(1).nullable(),
  /** Why it ended so, a sentence without its full stop; empty where the outcome says it all. */
  why: z.string(),
  /** What went wrong though a briefing is published. */
  problems: z.array(z.strictObject({ part: z.enum(runParts), why: z.string() })),
  /** Seconds of each step's last try; none where the clock of the run was set. */
  steps: z.array(z.tuple([z.string(), seconds])),
  /** How often providers were looked at for late data; 0 when no provider was asked. */
  looks: count,
  /** Null when no provider was asked, or none answered. */
  series: received.nullable(),
  /** Messages sent now, sent before, and not needed since nothing in them differs; null when none were due. */
  messages: z.strictObject({ sent: count, before: count, unchanged: count }).nullable(),
  /**
   * Of a backfill how many sessions it was asked for, how many of them have a briefing at its end, and how many revisions it
   * published itself, null where that is not known; null of any other run.
   */
  sessions: z.strictObject({ asked: count, there: count, published: count.nullable() }).nullable(),
});

export type RunEntry = z.infer<typeof runEntry>;

/** `runs/DATE/ID.json`. */
export const runRecord = runEntry.extend({ schema: z.literal('smallcap-briefing-run/1') });

const month = z.string().regex(/^\d{4}-\d{2}$/);

/** `data/runs/MONTH.js`, as `archive.runs({…})`. */
export const monthRuns = z.strictObject({
  schema: z.literal('smallcap-briefing-runs/1'),
  month,
  runs: z.array(runEntry),
});

export type MonthRuns = z.infer<typeof monthRuns>;

/** `data/runs/index.js`, as `archive.months({…})`. */
export const runMonths = z.strictObject({
  schema: z.literal('smallcap-briefing-run-months/1'),
  months: z.array(month),
});

export type RunMonths = z.infer<typeof runMonths>;

/** The New York date under which a run lies: of its start. */
export const runDate = ({ started }: Pick<RunEntry, 'started'>): string => newYorkDate(started);

export const runMonth = (run: Pick<RunEntry, 'started'>): string => monthKey(runDate(run));

/**
 * A month with more runs in it, newest first. Commutative, associative and idempotent: a run is there once, by its
 * name; entries of one name are taken to be the same, and of two that are not the later in order of their text stays.
 */
export function mergeRuns(known: MonthRuns | null, of: string, added: readonly RunEntry[]): MonthRuns {
  const runs = new Map<string, RunEntry>();
  for (const one of [...(known?.runs ?? []), ...added.filter((run) => runMonth(run) === of)]) {
    const other = runs.get(one.id);
    if (other === undefined || JSON.stringify(other) < JSON.stringify(one)) runs.set(one.id, one);
  }
  return { schema: 'smallcap-briefing-runs/1', month: of, runs: [...runs.values()].sort(newestFirst) };
}

const newestFirst = (a: RunEntry, b: RunEntry): number => (a.started + a.id < b.started + b.id ? 1 : -1);

/** The months that have runs, newest first. Commutative, associative and idempotent. */
export const mergeRunMonths = (known: RunMonths | null, added: readonly string[]): RunMonths => ({
  schema: 'smallcap-briefing-run-months/1',
  months: [...new Set([...(known?.months ?? []), ...added])].sort().reverse(),
});
