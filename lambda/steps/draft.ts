import type { Archive } from '../archive/archive.ts';
import { readJson, sha256Of } from '../archive/bytes.ts';
import { type Draft, findDraft, keepDraft } from '../archive/drafts.ts';
import { newestRevision } from '../archive/revisions.ts';
import { keepSnapshot } from '../archive/snapshots.ts';
import { stage, stagedReport, workOf } from '../archive/work.ts';
import { files } from '../archive-layout.ts';
import { previousSession } from '../calendar/nyse.ts';
import type { Edition } from '../editions/edition.ts';
import { GateError } from '../errors.ts';
import type { Paper } from '../rendering/printer.ts';
import { report as reportSchema } from '../report/schema.ts';
import type { Collection } from './collection.ts';
import { isFounded, type Predecessor, predecessorOf, publishedPredecessor, reach } from './predecessor.ts';
import { admit, snapshotFrom, snapshotOf } from './snapshot.ts';
import { type Written, write } from './write.ts';

export interface Drafting {
  readonly edition: Edition;
  /** Ascending. */
  readonly sessions: readonly string[];
  /** Names the drafts, so that those of other executions are not mistaken for its own. */
  readonly execution: string;
  readonly allowIncomplete: boolean;
  readonly paper: Paper;
}

/**
 * Writes the reports of many sessions from one collection, each compared with the one before as if that were published
 * already, and keeps them until they get their pages: writing goes in order, and the rest may go side by side. A session
 * that the gate refuses is kept as refused.
 *
 * @throws InputError @throws ArchiveError
 */
export async function draftRange(
  drafting: Drafting,
  collection: Collection,
  archive: Archive,
): Promise<void> {
  const { edition, sessions, execution, allowIncomplete, paper } = drafting;
  const written = new Map<string, Predecessor>();
  for (const session of sessions) {
    const taken = await snapshotOf(collection, session, archive);
    const kept = await keepSnapshot(archive, taken.document);
    // A report names the times of the snapshot that is kept, be it another run's.
    const { snapshot } =
      kept.collectedAt === taken.document.collectedAt ? taken : await snapshotFrom(collection, kept);
    const keep = (of: Pick<Draft, 'answer' | 'refused'>) =>
      keepDraft(archive, execution, { session, snapshot: snapshot.id, ...of });
    const incompleteBecause = admitted(() => admit(snapshot, edition, allowIncomplete));
    if (incompleteBecause instanceof GateError) {
      const { message, missing } = incompleteBecause;
      await keep({ answer: null, refused: { message, missing: [...missing] } });
      continue;
    }
    const [newest, previous] = await Promise.all([
      newestRevision(archive, session),
      lastDrafted(previousSession(session), written, execution, archive),
    ]);
    const draft = write({
      collection,
      snapshot,
      newest,
      founded: await isFounded(archive, newest?.manifest ?? null),
      after: 0,
      previous,
      incompleteBecause,
      pdf: paper,
    });
    await keep({ answer: await staged(session, draft, archive) });
    written.set(session, predecessorOf(draft));
  }
}

async function staged(session: string, draft: Written, archive: Archive): Promise<Draft['answer']> {
  const { report, json, previous, standing } = draft;
  const work = workOf(session, json);
  if (standing !== null)
    return { status: 'already published', revision: standing.manifest.revision, work, previous: null };
  await stage(archive, work, new Map([[files.report, json]]));
  return { status: 'new', revision: report.revision, work, previous: previous?.ref ?? null };
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
  const report = readJson(reportSchema, json, archive.locate(work + files.report));
  return { report, ref: { session, revision, sha256: sha256Of(json) } };
}

function admitted<T>(ask: () => T): T | GateError {
  try {
    return ask();
  } catch (error) {
    if (error instanceof GateError) return error;
    throw error;
  }
}
