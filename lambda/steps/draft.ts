import type { Archive } from '../archive/archive.ts';
import { sha256Of } from '../archive/bytes.ts';
import { readChain } from '../archive/call-chain.ts';
import { findDraft, keepDraft, readDraft, type StoredDraft } from '../archive/drafts.ts';
import { readReport } from '../archive/report-file.ts';
import { newestRevision } from '../archive/revisions.ts';
import { keepSnapshot } from '../archive/snapshots.ts';
import { stagedReport } from '../archive/work.ts';
import { files } from '../archive-layout.ts';
import { previousSession } from '../calendar/nyse.ts';
import type { Edition } from '../editions/edition.ts';
import { GateError } from '../errors.ts';
import type { Paper } from '../rendering/printer.ts';
import type { ReportBug } from '../sources/parser-bug.ts';
import {
  type Analysis,
  type AnalysisInput,
  analyse,
  analyseStored,
  predecessorOf,
  type StagedAnalysis,
  type StoredAnalysisInput,
  stageAnalysis,
} from './analyse.ts';
import type { Collection } from './collection.ts';
import type { Measures } from './measures.ts';
import { isFounded, type Predecessor, publishedPredecessor, reach } from './predecessor.ts';
import { restoreSnapshot } from './restore.ts';
import { snapshotFrom, snapshotOf } from './snapshot.ts';

/** So many sessions are drafted by one invocation, well within its time. */
const atOnce = 100;

export interface DraftInput {
  readonly edition: Edition;
  /** All sessions of the backfill, ascending. */
  readonly sessions: readonly string[];
  /** Position of the first session to draft. */
  readonly from: number;
  /** The stored collection of all sessions; null when nothing was collected. */
  readonly snapshot: string | null;
  /** Why nothing was collected. */
  readonly missing: readonly string[];
  /** Names the drafts, so that those of other executions are not mistaken for its own. */
  readonly execution: string;
  readonly allowIncomplete: boolean;
  readonly paper: Paper;
}

/**
 * Analyses the next hundred sessions of a backfill from its one collection, each compared with the one before as if that
 * were published already, and keeps the reports until they are rendered: analysing goes in order, and the rest may go
 * side by side. A session that the gate refuses is kept as refused.
 *
 * @returns where the next invocation begins; 0 when all sessions are drafted
 * @throws GateError when nothing was collected @throws InputError @throws ArchiveError
 */
export async function draft(
  input: DraftInput,
  { archive, reportBug }: { readonly archive: Archive; readonly reportBug?: ReportBug },
): Promise<{ readonly next: number }> {
  const { edition, sessions, from, snapshot: id, missing } = input;
  const session = sessions.at(-1);
  if (session === undefined) return { next: 0 };
  if (id === null)
    throw new GateError(`nothing was received up to ${session}: ${missing.join('; ')}`, missing);
  const { collection } = await restoreSnapshot(archive, { edition, session, id }, reportBug);
  await draftRange(input, sessions.slice(from, from + atOnce), collection, archive);
  const next = from + atOnce;
  return { next: next < sessions.length ? next : 0 };
}

async function draftRange(
  { execution, allowIncomplete, paper }: DraftInput,
  sessions: readonly string[],
  collection: Collection,
  archive: Archive,
): Promise<void> {
  const written = new Map<string, Predecessor>();
  const chain = await readChain(archive);
  for (const session of sessions) {
    const taken = await snapshotOf(collection, session, archive);
    const kept = await keepSnapshot(archive, taken.document);
    // A report names the times of the snapshot that is kept, be it another run's.
    const { snapshot } =
      kept.collectedAt === taken.document.collectedAt ? taken : await snapshotFrom(collection, kept);
    const keep = (of: Pick<StoredDraft, 'answer' | 'refused'>) =>
      keepDraft(archive, execution, { session, snapshot: snapshot.id, ...of });
    const [newest, previous] = await Promise.all([
      newestRevision(archive, session),
      lastDrafted(previousSession(session), written, execution, archive),
    ]);
    const founded = await isFounded(archive, newest?.manifest ?? null);
    const of = { snapshot, newest, founded, after: 0, previous, chain };
    const analysis = analysisOrRefusal({ collection, ...of, allowIncomplete, pdf: paper });
    if (analysis instanceof GateError) {
      await keep({ answer: null, refused: { message: analysis.message, missing: [...analysis.missing] } });
      continue;
    }
    await keep({ answer: await stageAnalysis(analysis, archive) });
    written.set(session, predecessorOf(analysis));
  }
}

function analysisOrRefusal(input: AnalysisInput): Analysis | GateError {
  try {
    return analyse(input);
  } catch (error) {
    if (error instanceof GateError) return error;
    throw error;
  }
}

export interface DraftedInput extends Omit<StoredAnalysisInput, 'snapshot' | 'missing'> {
  /** Names the draft. */
  readonly execution: string;
}

/**
 * The analysis of a session that was drafted; made again when another run took its revision.
 * @throws GateError when the gate refused the session @throws ArchiveError
 */
export async function analyseDrafted(
  input: DraftedInput,
  ports: Measures & { readonly archive: Archive },
): Promise<StagedAnalysis> {
  const { session, execution, after } = input;
  const { snapshot, answer, refused } = await readDraft(ports.archive, execution, session);
  if (answer === null) throw new GateError(refused?.message ?? 'the gate refused', refused?.missing ?? []);
  return after > 0 ? await analyseStored({ ...input, snapshot, missing: [] }, ports) : answer;
}

/** What `lastPublished` will find once all that was drafted is published. */
async function lastDrafted(
  session: string,
  written: ReadonlyMap<string, Predecessor>,
  execution: string,
  archive: Archive,
): Promise<Predecessor | null> {
  for (let back = 0, at = session; back < reach; back++, at = previousSession(at)) {
    const found = written.get(at) ?? (await draftedBefore(at, execution, archive));
    if (found !== null) return found;
    const newest = await newestRevision(archive, at);
    if (newest !== null) return publishedPredecessor(newest);
  }
  return null;
}

/** A report that an earlier part of the same execution drafted. */
async function draftedBefore(
  session: string,
  execution: string,
  archive: Archive,
): Promise<Predecessor | null> {
  const answer = (await findDraft(archive, execution, session))?.answer ?? null;
  if (answer === null || answer.status !== 'new') return null;
  const { work, revision } = answer;
  const json = await stagedReport(archive, work);
  const report = readReport(json, archive.locate(work + files.report));
  return { report, ref: { session, revision, sha256: sha256Of(json) } };
}
