import type { Archive } from '../archive/archive.ts';
import { newestRevision, type Revision } from '../archive/revisions.ts';
import { previousSession } from '../calendar/nyse.ts';
import type { Edition } from '../editions/edition.ts';
import { GateError } from '../errors.ts';
import type { Printer } from '../rendering/printer.ts';
import type { Source } from '../sources/source.ts';
import { collect } from './collect.ts';
import { type Made, makeBriefing } from './make.ts';
import { announce, type Paper } from './publish.ts';
import { keeper } from './snapshot.ts';
import { unwatched, type Watch } from './watch.ts';

/** So many published sessions may wait for the index at most; a crash leaves them to the next run's repair. */
const indexEvery = 100;

export interface Backfilled {
  readonly session: string;
  readonly status: Made['status'] | 'refused';
  readonly revision: number | null;
  /** Why the gate refused; null otherwise. */
  readonly reason: string | null;
}

export interface BackfillRequest {
  readonly edition: Edition;
  /** Ascending. */
  readonly sessions: readonly string[];
  readonly paper: Paper;
  readonly allowIncomplete: boolean;
  readonly code: string;
  readonly now: string;
}

export interface BackfillPorts {
  readonly source: Source;
  readonly archive: Archive;
  readonly printer: Printer | null;
  readonly watch: Watch;
  /** Hears of each session when it is done. */
  readonly tell: (result: Backfilled) => void;
}

/**
 * Makes the briefings of many sessions from one collection: read once, parsed once, each session cut from it.
 * Every revision is flushed to the disk before the next is begun, as in a single run: that costs a few
 * milliseconds a session, and nothing published may be torn by a power cut.
 * A session that the gate refuses is passed over and told; anything else that fails ends the run, and running it
 * again goes on where it stopped.
 *
 * @throws InputError @throws ArchiveError @throws RenderError
 */
export async function backfill(request: BackfillRequest, ports: BackfillPorts): Promise<Backfilled[]> {
  const { archive, watch } = ports;
  const first = request.sessions[0];
  const last = request.sessions.at(-1);
  if (first === undefined || last === undefined) return [];
  const { edition, now } = request;
  const collection = await watch('collect', () =>
    collect({ edition, session: last, through: last, now }, ports.source),
  );
  const makingPorts = { ...ports, keep: keeper(collection, archive), watch: unwatched };

  const results: Backfilled[] = [];
  const unannounced: Revision[] = [];
  let previous = await newestRevision(archive, previousSession(first));
  for (const session of request.sessions) {
    const made = await makeOrRefuse(collection, { ...request, session, previous }, makingPorts);
    previous = made instanceof GateError ? await newestRevision(archive, session) : made;
    if (!(made instanceof GateError)) unannounced.push(made);
    if (unannounced.length >= indexEvery) await announce(archive, unannounced.splice(0));
    const result = resultOf(session, made);
    results.push(result);
    ports.tell(result);
  }
  await announce(archive, unannounced);
  return results;
}

async function makeOrRefuse(...of: Parameters<typeof makeBriefing>): Promise<Made | GateError> {
  try {
    return await makeBriefing(...of);
  } catch (error) {
    if (error instanceof GateError) return error;
    throw error;
  }
}

function resultOf(session: string, made: Made | GateError): Backfilled {
  return made instanceof GateError
    ? { session, status: 'refused', revision: null, reason: made.message }
    : { session, status: made.status, revision: made.manifest.revision, reason: null };
}
