import { finalRevision } from '../../archive/final.ts';
import { newestRevision } from '../../archive/revisions.ts';
import { clockAt } from '../../runtime/clock.ts';
import { chunksOf, isFinal, planRange, planScheduled, planSession } from '../../steps/plan.ts';
import { lambda, type Room } from '../lambda.ts';
import { type PlanEvent, planEvent } from './events.ts';

/** Which session the run is about, whether there is anything to do, and how long late data is waited for. */
export const handler = lambda('plan', planEvent, async (event, room) => {
  const now = clockAt(event.now)();
  const { from, to, scheduledTime } = event;
  if (from !== undefined && to !== undefined) return planned(planRange({ from, to }, now));
  if (scheduledTime === undefined) return go(planSession(event.session, now), event, room);
  const { session, reason } = planScheduled(scheduledTime);
  if (session === null) return { status: 'no session', session, reason };
  const [newest, held] = await Promise.all([
    newestRevision(room.archive, session),
    finalRevision(room.archive, session),
  ]);
  if (newest === null || !isFinal(newest, held)) return go(session, event, room);
  const { revision } = newest.manifest;
  return { status: 'already final', session: null, reason: `${session} is final since revision ${revision}` };
});

/** A backfill: what is collected is collected up to its last session, for all. */
function planned(sessions: readonly string[]) {
  return { status: 'go', session: sessions.at(-1), chunks: chunksOf(sessions) };
}

/** By hand nothing is waited for: whoever asks sees what is missing, and can ask again. */
function go(session: string, { scheduledTime }: PlanEvent, { config }: Room) {
  const start = scheduledTime === undefined ? 0 : Date.parse(scheduledTime) + config.deadlineMinutes * 60_000;
  return {
    status: 'go',
    session,
    deadline: new Date(start).toISOString(),
    waitSeconds: config.waitSeconds,
  };
}
