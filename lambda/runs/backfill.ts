import type { Archive } from '../archive/archive.ts';
import { linkCalls, readChain } from '../archive/call-chain.ts';
import { checkEdition } from '../archive/edition.ts';
import type { Revision } from '../archive/revisions.ts';
import { previousSession } from '../calendar/nyse.ts';
import type { Edition } from '../editions/edition.ts';
import { GateError } from '../errors.ts';
import type { Paper, Printer } from '../rendering/printer.ts';
import type { RenderHtml } from '../rendering/render-html.ts';
import type { Source } from '../sources/source.ts';
import { predecessorOf } from '../steps/analyse.ts';
import { updateCatalogue } from '../steps/catalogue.ts';
import { collect } from '../steps/collect.ts';
import type { MakeDataFiles } from '../steps/data-files.ts';
import { lastPublished, type Predecessor, publishedPredecessor } from '../steps/predecessor.ts';
import { snapshotWriter } from '../steps/snapshot.ts';
import {
  type DraftBriefing,
  discardDraft,
  draftBriefing,
  finishBriefing,
  type RunOptions,
  type RunResult,
} from './publish-run.ts';
import { unwatched, type Watch } from './watch.ts';

/** So many published sessions may wait for the index at most; a crash leaves them to the next run's repair. */
const indexEvery = 100;

export interface Backfilled {
  readonly session: string;
  readonly status: RunResult['status'] | 'refused';
  readonly revision: number | null;
  /** Why the gate refused; null otherwise. */
  readonly reason: string | null;
}

export interface BackfillRequest extends Omit<RunOptions, 'session' | 'previous' | 'chain'> {
  readonly edition: Edition;
  /** Ascending. */
  readonly sessions: readonly string[];
  readonly paper: Paper;
}

export interface BackfillPorts {
  readonly source: Source;
  readonly archive: Archive;
  readonly renderHtml: RenderHtml;
  readonly makeData?: MakeDataFiles;
  readonly printer: Printer | null;
  readonly watch: Watch;
  /** Hears of each session when it is done. */
  readonly tell: (result: Backfilled) => void;
}

/**
 * Makes the briefings of many sessions from one collection: read once, parsed once, each session cut from it. While
 * one session is set, printed and published, the next is already being written; it goes on its way only when the
 * one before has arrived as it was expected to.
 * Every revision is flushed to the disk before the next is begun, as in a single run: nothing published may be torn
 * by a power cut.
 * A session that the gate refuses is passed over and reported; anything else that fails ends the run, and running it
 * again goes on where it stopped.
 *
 * @throws UsageError when the archive is another edition's @throws InputError @throws ArchiveError @throws RenderError
 */
export async function backfill(request: BackfillRequest, ports: BackfillPorts): Promise<Backfilled[]> {
  const { archive, watch } = ports;
  const first = request.sessions[0];
  const last = request.sessions.at(-1);
  if (first === undefined || last === undefined) return [];
  const { edition, now } = request;
  await checkEdition(archive, edition.id);
  const collection = await watch('collect', () =>
    collect({ edition, session: last, through: last, now }, ports.source),
  );
  const runPorts = { ...ports, store: snapshotWriter(collection, archive), watch: unwatched };

  const results: Backfilled[] = [];
  const unannounced: Revision[] = [];
  const conclude = async (session: string, made: RunResult | GateError) => {
    if (!(made instanceof GateError)) unannounced.push(made);
    if (unannounced.length >= indexEvery) await updateIndex(archive, unannounced.splice(0));
    const result = resultOf(session, made);
    results.push(result);
    ports.tell(result);
  };

  const chain = await readChain(archive);
  let previous = await lastPublished(archive, previousSession(first));
  let underway: Underway | null = null;
  let draft: DraftBriefing | GateError | null = null;
  try {
    for (const session of request.sessions) {
      const write = (after: Predecessor | null) =>
        draftOrRefuse(collection, { ...request, session, previous: after, chain }, runPorts);
      draft = await write(previous);
      if (underway !== null) {
        const made = await underway.made;
        await conclude(underway.session, made);
        const arrived = publishedPredecessor(made);
        if (arrived.ref.sha256 !== previous?.ref.sha256) {
          if (!(draft instanceof GateError)) await discardDraft(draft);
          previous = arrived;
          draft = await write(arrived);
        }
      }
      if (draft instanceof GateError) {
        underway = null;
        await conclude(session, draft);
        previous = await lastPublished(archive, session);
      } else {
        const options = { ...request, session, previous, chain };
        underway = { session, made: finishBriefing(draft, collection, options, runPorts) };
        // Awaited later; this only prevents an unhandledRejection.
        underway.made.catch(() => undefined);
        previous = predecessorOf(draft);
      }
    }
    if (underway !== null) await conclude(underway.session, await underway.made);
  } finally {
    // Of a run that fails nothing goes on writing, the briefing that was to be next included.
    await underway?.made.catch(() => undefined);
    if (draft !== null && !(draft instanceof GateError)) await discardDraft(draft);
  }
  await updateIndex(archive, unannounced);
  return results;
}

/** Their calls into the record, and all of them into index and site. */
async function updateIndex(archive: Archive, revisions: readonly Revision[]): Promise<void> {
  await linkCalls(archive, revisions);
  await updateCatalogue(archive, revisions);
}

/** A session whose briefing is written and on its way into the archive. */
interface Underway {
  readonly session: string;
  readonly made: Promise<RunResult>;
}

async function draftOrRefuse(...of: Parameters<typeof draftBriefing>): Promise<DraftBriefing | GateError> {
  try {
    return await draftBriefing(...of);
  } catch (error) {
    if (error instanceof GateError) return error;
    throw error;
  }
}

function resultOf(session: string, made: RunResult | GateError): Backfilled {
  return made instanceof GateError
    ? { session, status: 'refused', revision: null, reason: made.message }
    : { session, status: made.status, revision: made.manifest.revision, reason: null };
}
