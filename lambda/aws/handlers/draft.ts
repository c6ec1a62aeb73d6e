import { editionOf } from '../../editions/index.ts';
import { GateError } from '../../errors.ts';
import { draftRange } from '../../steps/draft.ts';
import { restoreSnapshot } from '../../steps/restore.ts';
import { lambda } from '../lambda.ts';
import { draftEvent } from './events.ts';

/** So many sessions are drafted by one invocation, well within its time. */
const atOnce = 100;

/** The reports of a backfill's sessions, in order, from the one collection of all: a hundred an invocation. */
export const handler = lambda('draft', draftEvent, async (event, { archive, config }) => {
  const { session, chunks } = event.plan;
  const { snapshot: id, missing } = event.collect;
  if (id === null)
    throw new GateError(`nothing was received up to ${session}: ${missing.join('; ')}`, missing);
  const edition = editionOf(config.edition);
  const sessions = chunks.flat();
  const from = event.draft?.next ?? 0;
  const { collection } = await restoreSnapshot(archive, { edition, session, id });
  const drafting = {
    edition,
    sessions: sessions.slice(from, from + atOnce),
    execution: event.execution,
    allowIncomplete: event.allowIncomplete ?? config.allowIncomplete,
    paper: config.paper,
  };
  await draftRange(drafting, collection, archive);
  const next = from + atOnce;
  return { next: next < sessions.length ? next : 0 };
});
