import type { Archive } from '../archive/archive.ts';
import type { CallChain } from '../archive/call-chain.ts';
import type { Manifest } from '../archive/manifest.ts';
import { newestRevision, type Revision } from '../archive/revisions.ts';
import type { SnapshotDocument } from '../archive/snapshots.ts';
import { UsageError } from '../errors.ts';
import type { Paper, Printer } from '../rendering/printer.ts';
import type { RenderHtml } from '../rendering/render-html.ts';
import { type Analysis, analyse, assertPublishable } from '../steps/analyse.ts';
import type { Collection } from '../steps/collection.ts';
import { dataFilesHere, type MakeDataFiles } from '../steps/data-files.ts';
import { isFounded, type Predecessor } from '../steps/predecessor.ts';
import { publish } from '../steps/publish.ts';
import { type Pages, render } from '../steps/render.ts';
import { snapshotOf } from '../steps/snapshot.ts';
import type { Watch } from './watch.ts';

export interface RunOptions {
  readonly session: string;
  /** The newest report of the session before; null when there is none. */
  readonly previous: Predecessor | null;
  /** The record of calls in the archive when the run began. */
  readonly chain: CallChain;
  readonly paper: Paper;
  readonly allowIncomplete: boolean;
  readonly code: string;
  /** The run's clock, ISO 8601 UTC. */
  readonly now: string;
}

export interface RunPorts {
  readonly archive: Archive;
  /** Keeps a snapshot with its payloads, and resolves to the document that the archive holds. */
  readonly store: (document: SnapshotDocument) => Promise<SnapshotDocument>;
  readonly renderHtml: RenderHtml;
  /** Null when no PDF is wanted. */
  readonly printer: Printer | null;
  /** Where files of data are made; absent, here, while the pages are. */
  readonly makeData?: MakeDataFiles;
  readonly watch: Watch;
}

export interface RunResult extends Revision {
  readonly status: 'published' | 'already published';
  /** True when another run published it while this one was at work. */
  readonly byAnotherRun: boolean;
}

/** A briefing that is written, and not yet in the archive. */
export interface DraftBriefing extends Analysis {
  /** Its snapshot, being kept. Awaited before anything is published, and before a failure is reported. */
  readonly kept: Promise<SnapshotDocument>;
  /** Its pages, being made: the printer goes on with them while the briefing before is published. */
  readonly pages: Promise<Pages>;
}

/**
 * Makes the briefing of one session from what was collected, and publishes it unless the archive says the same
 * already.
 *
 * @throws GateError when a required series is not there
 * @throws UsageError when a simulated briefing would replace a real one @throws ArchiveError @throws RenderError
 */
export async function makeBriefing(
  collection: Collection,
  options: RunOptions,
  ports: RunPorts,
): Promise<RunResult> {
  return await finishBriefing(await draftBriefing(collection, options, ports), collection, options, ports);
}

/**
 * Writes the briefing of one session as its next revision.
 * @param after a revision whose number is used up though nothing is published under it @throws as `makeBriefing`
 */
export async function draftBriefing(
  collection: Collection,
  options: RunOptions,
  { archive, store, renderHtml, printer, watch }: RunPorts,
  after = 0,
): Promise<DraftBriefing> {
  const { session, previous } = options;
  const { simulated } = collection;
  const pdf = printer === null ? null : options.paper;
  const newest = await newestRevision(archive, session);
  const founded = await isFounded(archive, newest?.manifest ?? null);
  if (simulated && newest?.report.marks.simulated === false) throw overReal(session, archive);
  const { snapshot, document } = await watch('read', () => snapshotOf(collection, session, archive));
  // Before anything is stored: a session that is refused leaves nothing in the archive.
  assertPublishable(snapshot, collection.edition, options.allowIncomplete);
  const kept = watch('keep', () => store(document));
  // Awaited later; this only prevents an unhandledRejection.
  kept.catch(() => undefined);
  try {
    const { allowIncomplete, chain } = options;
    const input = { collection, snapshot, newest, founded, after, previous, chain, allowIncomplete, pdf };
    const analysis = await watch('analyse', async () => analyse(input));
    if (analysis.publishedSame !== null) return { ...analysis, kept, pages: noPages };
    const { report, json } = analysis;
    const pages = watch('render', () => render(report, json, { renderHtml, printer }, options.paper));
    // As with the snapshot.
    pages.catch(() => undefined);
    return { ...analysis, kept, pages };
  } catch (error) {
    await discardDraft({ kept });
    throw error;
  }
}

/**
 * Renders and publishes a draft. Two runs of one session may meet here: the second analyses again after
 * what the first published, and publishes the next revision only when it has something else to say.
 *
 * @throws as `makeBriefing`
 */
export async function finishBriefing(
  first: DraftBriefing,
  collection: Collection,
  options: RunOptions,
  ports: RunPorts,
): Promise<RunResult> {
  let draft = first;
  let usedUp = 0;
  for (let met = false; ; met = true) {
    const { report, publishedSame } = draft;
    try {
      if (publishedSame !== null) {
        await draft.kept;
        return { ...publishedSame, status: 'already published', byAnotherRun: met };
      }
      const outcome = await publishDraft(draft, options, ports);
      if (typeof outcome !== 'string')
        return { status: 'published', byAnotherRun: false, report, manifest: outcome };
      if (outcome === 'taken') usedUp = report.revision;
    } finally {
      await discardDraft(draft);
    }
    draft = await draftBriefing(collection, options, ports, usedUp);
  }
}

/** A briefing that says nothing new is not set again. */
const noPages: Promise<Pages> = Promise.resolve(new Map());

/** Discards a draft: waits for its background write, so that nothing is still writing when the error is reported. */
export async function discardDraft({ kept }: Pick<DraftBriefing, 'kept'>): Promise<void> {
  await kept.catch(() => undefined);
}

/** A word instead of a manifest when another run was there first: with that revision, or with the same snapshot. */
async function publishDraft(
  draft: DraftBriefing,
  { paper, code, now }: RunOptions,
  { archive, makeData = dataFilesHere, watch }: Pick<RunPorts, 'archive' | 'makeData' | 'watch'>,
): Promise<Manifest | 'taken' | 'kept otherwise'> {
  const { report, json, previous, kept } = draft;
  const [pages, data] = await Promise.all([draft.pages, makeData(report, json)]);
  // A report must name the times of the snapshot that is kept.
  if ((await kept).collectedAt !== report.collectedAt) return 'kept otherwise';
  const publication = { report, pages, data, previous: previous?.ref ?? null, paper, code, now };
  return (await watch('publish', () => publish(publication, archive))) ?? 'taken';
}

function overReal(session: string, archive: Archive): UsageError {
  return new UsageError(
    `${session} is already published from real data in ${archive.locate('')}: a simulated briefing must not replace it`,
    { hint: 'Give the simulated market an archive of its own with --archive.' },
  );
}
