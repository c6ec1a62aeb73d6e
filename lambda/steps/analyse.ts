import type { Archive } from '../archive/archive.ts';
import { sha256Of } from '../archive/bytes.ts';
import { type CallChain, callsBefore, readChain } from '../archive/call-chain.ts';
import { editionOfCalls } from '../archive/call-record.ts';
import { newestRevision, type Revision } from '../archive/revisions.ts';
import { stage, workOf } from '../archive/work.ts';
import { files } from '../archive-layout.ts';
import { compose } from '../briefing/compose.ts';
import { previousSession } from '../calendar/nyse.ts';
import type { Edition } from '../editions/edition.ts';
import { GateError, UsageError } from '../errors.ts';
import { refusal, shortfalls } from '../quality/gate.ts';
import type { Paper } from '../rendering/printer.ts';
import type { Report } from '../report/schema.ts';
import type { Snapshot } from '../series/snapshot.ts';
import type { ReportBug } from '../sources/parser-bug.ts';
import type { Collection } from './collection.ts';
import type { Measures } from './measures.ts';
import { isFounded, lastPublished, type Predecessor, publishedPredecessor } from './predecessor.ts';
import { reportBytes } from './render.ts';
import { isUnchanged } from './report-equality.ts';
import { restoreSnapshot } from './restore.ts';

export interface AnalysisInput {
  readonly collection: Pick<Collection, 'edition' | 'panels'>;
  readonly snapshot: Snapshot;
  readonly newest: Revision | null;
  /** Whether what the newest was compared with is published: where it is not, the newest cannot be made again. */
  readonly founded: boolean;
  /** A revision whose number is used up though nothing is published under it; 0 for none. */
  readonly after: number;
  /** The newest report of the session before, to name what was revised since. */
  readonly previous: Predecessor | null;
  /** The record of calls in the archive. */
  readonly chain: CallChain;
  /** Whether a briefing without a required series may be made, marked INCOMPLETE. */
  readonly allowIncomplete: boolean;
  /** The paper of the PDF; null when none is wanted. */
  readonly pdf: Paper | null;
}

/** A session's report, not yet rendered and not yet in the archive. */
export interface Analysis {
  readonly report: Report;
  readonly json: Uint8Array;
  /** What it was compared with. */
  readonly previous: Predecessor | null;
  /** The published revision that is equal to it already; null when there is none. */
  readonly publishedSame: Revision | null;
}

/**
 * A snapshot becomes the session's next report: figures, sections, words. Pure: the same input is the same report.
 * @throws GateError as `assertPublishable` @throws UsageError when what is published is of another edition
 */
export function analyse(input: AnalysisInput): Analysis {
  const { collection, snapshot, newest, founded, after, allowIncomplete, pdf } = input;
  for (const published of [newest, input.previous])
    if (published !== null) assertSameEdition(published.report, collection.edition);
  const incompleteBecause = assertPublishable(snapshot, collection.edition, allowIncomplete);
  // Made-up figures are never compared with real ones.
  const comparable = input.previous?.report.marks.simulated === snapshot.simulated;
  const previous = comparable ? input.previous : null;
  const { session, collectedAt, simulated, provenance, flags } = snapshot;
  const revision = Math.max(newest?.manifest.revision ?? 0, after) + 1;
  const calls = callsBefore(input.chain, {
    edition: editionOfCalls(collection.edition.id, simulated),
    session,
    revision,
    previous: previous?.ref ?? null,
  });
  const report = compose(collection.panels(snapshot), {
    session,
    revision,
    snapshot: snapshot.id,
    collectedAt,
    simulated,
    incompleteBecause,
    provenance,
    flags,
    previous: previous?.report ?? null,
    calls,
  });
  const publishedSame = founded && isUnchanged(newest, report, pdf) ? newest : null;
  return { report, json: reportBytes(report), previous, publishedSame };
}

/** A run looks at the archive's edition when it begins; this is for what another run published since. */
function assertSameEdition({ session, revision, edition: held }: Report, edition: Edition): void {
  if (held.id === edition.id) return;
  throw new UsageError(
    `r${revision} of ${session} is of the edition ${held.id}, and this makes ${edition.id}: an archive holds one`,
    { hint: 'Name another archive with --archive, or deploy a stack of another name.' },
  );
}

/**
 * The gate: whether a session may be published at all.
 * @returns why the briefing is marked INCOMPLETE; empty for an ordinary one
 * @throws GateError when a required series is not there, unless incomplete ones are allowed
 */
export function assertPublishable(
  snapshot: Snapshot,
  edition: Edition,
  allowIncomplete: boolean,
): readonly string[] {
  const { session } = snapshot;
  const short = shortfalls(edition, session, snapshot);
  if (short.length > 0 && !allowIncomplete) throw refusal(session, short);
  return [...new Set(short.map(({ text }) => text))];
}

/** What the next session's briefing is compared with, once this one is published. */
export function predecessorOf({ publishedSame, report, json }: Analysis): Predecessor {
  if (publishedSame !== null) return publishedPredecessor(publishedSame);
  const { session, revision } = report;
  return { report, ref: { session, revision, sha256: sha256Of(json) } };
}

/** What an analysis left in the archive for the steps after it. */
export interface StagedAnalysis {
  readonly status: 'new' | 'already published';
  readonly revision: number;
  /** Where its files are staged. */
  readonly work: string;
  readonly previous: Predecessor['ref'] | null;
}

export interface StoredAnalysisInput {
  readonly edition: Edition;
  readonly session: string;
  /** The stored snapshot; null when nothing was collected. */
  readonly snapshot: string | null;
  /** Why nothing was collected. */
  readonly missing: readonly string[];
  readonly after: number;
  readonly allowIncomplete: boolean;
  readonly paper: Paper;
}

/**
 * Analyses a stored snapshot, and stages its report for the steps after it unless an equal one is published.
 * @throws GateError when nothing was collected, or as `analyse` @throws ArchiveError
 */
export async function analyseStored(
  input: StoredAnalysisInput,
  { archive, measure, reportBug }: Measures & { readonly archive: Archive; readonly reportBug?: ReportBug },
): Promise<StagedAnalysis> {
  const { edition, session, snapshot: id, missing, after, allowIncomplete, paper } = input;
  if (id === null) throw new GateError(`no briefing for ${session}: ${missing.join('; ')}`, missing);
  const [{ snapshot, collection }, newest, previous, chain] = await Promise.all([
    restoreSnapshot(archive, { edition, session, id }, reportBug),
    newestRevision(archive, session),
    lastPublished(archive, previousSession(session)),
    readChain(archive),
  ]);
  const founded = await isFounded(archive, newest?.manifest ?? null);
  const of = { snapshot, newest, founded, after, previous, chain };
  const analysis = analyse({ collection, ...of, allowIncomplete, pdf: paper });
  measure('staleSeries', analysis.report.sources.filter(({ status }) => status === 'stale').length);
  return await stageAnalysis(analysis, archive);
}

/** Stages a report for publication; one that is published already is only named. @throws ArchiveError */
export async function stageAnalysis(analysis: Analysis, archive: Archive): Promise<StagedAnalysis> {
  const { report, json, previous, publishedSame } = analysis;
  const work = workOf(report.session, json);
  if (publishedSame !== null)
    return {
      status: 'already published',
      revision: publishedSame.manifest.revision,
      work,
      previous: null,
    };
  await stage(archive, work, new Map([[files.report, json]]));
  return { status: 'new', revision: report.revision, work, previous: previous?.ref ?? null };
}
