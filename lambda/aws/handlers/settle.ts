import { RunFailed } from '../../errors.ts';
import { failuresOf } from '../../steps/settle.ts';
import { eventHandler } from '../event-handler.ts';
import { settleEvent } from './events.ts';

/** The last step of every run. What went wrong on the way fails it now, when everything good is saved. */
export const handler = eventHandler('settle', settleEvent, async (event, { logger, measure }) => {
  const { run, plan, publish } = event;
  const failures = failuresOf(event);
  const done = publish !== undefined && publish.status !== 'taken';
  const nothingToDo = plan !== undefined && plan.session == null && event.failure === undefined;
  if ((done || nothingToDo) && (run === 'evening' || run === 'final')) measure('eveningInOrder', 1);
  if (failures.length > 0)
    throw new RunFailed(failures.join('; '), {
      hint: 'See the runbook, entry "Run failed"; starting the run again is always safe.',
    });
  const told = publish ?? { status: plan?.reason ?? 'nothing to do', revision: null };
  logger.info('settled', { session: plan?.session, ...told });
  return told;
});
