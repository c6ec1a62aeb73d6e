import { keepFailure } from '../../archive/backfill-failures.ts';
import { RunFailed } from '../../errors.ts';
import { failuresOfBackfill } from '../../steps/conclude.ts';
import { failuresOf } from '../../steps/settle.ts';
import { lambda } from '../lambda.ts';
import { concludeEvent } from './events.ts';

/**
 * What `settle` is to a run: the last step of each session of a backfill, which leaves its failures in the archive, and
 * of the backfill itself, which fails with all of them.
 */
export const handler = lambda('conclude', concludeEvent, async (event, { archive }) => {
  const { plan, publish, execution } = event;
  const failures = failuresOf(event);
  if (event.run === 'backfill') {
    const session = plan?.session;
    if (session != null && failures.length > 0) await keepFailure(archive, execution, { session, failures });
    return { status: failures.length > 0 ? 'failed' : publish?.status };
  }
  const sessions = plan?.chunks?.flat() ?? [];
  const all = [...failures, ...(await failuresOfBackfill(sessions, execution, archive))];
  if (all.length > 0)
    throw new RunFailed(all.join('; '), {
      hint: 'See the runbook, entry "Backfill failed"; starting it again makes only what is missing.',
    });
  return { status: 'published', sessions: sessions.length };
});
