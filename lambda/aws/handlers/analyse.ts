import { readDraft } from '../../archive/drafts.ts';
import { newestRevision } from '../../archive/revisions.ts';
import { stage, workOf } from '../../archive/work.ts';
import { files } from '../../archive-layout.ts';
import { previousSession } from '../../calendar/nyse.ts';
import { editionOf } from '../../editions/index.ts';
import { GateError } from '../../errors.ts';
import { isFounded, lastPublished } from '../../steps/predecessor.ts';
import { restoreSnapshot } from '../../steps/restore.ts';
import { admit } from '../../steps/snapshot.ts';
import { write } from '../../steps/write.ts';
import { lambda, type Room } from '../lambda.ts';
import { type AnalyseEvent, analyseEvent } from './events.ts';

/**
 * A kept snapshot becomes a report, unless the archive says the same already. In a backfill the report is drafted
 * already; it is written again only when another run took its revision.
 */
export const handler = lambda('analyse', analyseEvent, async (event, room) => {
  const { session } = event.plan;
  if (event.collect !== undefined) {
    const { snapshot, missing } = event.collect;
    if (snapshot !== null) return analyse(snapshot, event, room);
    throw new GateError(`no briefing for ${session}: ${missing.join('; ')}`, missing);
  }
  const { snapshot, answer, refused } = await readDraft(room.archive, event.execution ?? '', session);
  if (answer === null) throw new GateError(refused?.message ?? 'the gate refused', refused?.missing ?? []);
  return event.publish?.status === 'taken' ? analyse(snapshot, event, room) : answer;
});

async function analyse(id: string, event: AnalyseEvent, { archive, config, measure }: Room) {
  const { session } = event.plan;
  const edition = editionOf(config.edition);
  const [{ snapshot, collection }, newest, previously] = await Promise.all([
    restoreSnapshot(archive, { edition, session, id }),
    newestRevision(archive, session),
    lastPublished(archive, previousSession(session)),
  ]);
  const incompleteBecause = admit(snapshot, edition, event.allowIncomplete ?? config.allowIncomplete);
  const { report, json, previous, standing } = write({
    collection,
    snapshot,
    newest,
    founded: await isFounded(archive, newest?.manifest ?? null),
    after: event.publish?.status === 'taken' ? event.publish.revision : 0,
    previous: previously,
    incompleteBecause,
    pdf: config.paper,
  });
  measure('staleSeries', report.sources.filter(({ status }) => status === 'stale').length);
  const work = workOf(session, json);
  if (standing !== null)
    return {
      status: 'already published' as const,
      revision: standing.manifest.revision,
      work,
      previous: null,
    };
  await stage(archive, work, new Map([[files.report, json]]));
  return { status: 'new' as const, revision: report.revision, work, previous: previous?.ref ?? null };
}
