import { settle } from '../../steps/settle.ts';
import { eventHandler } from '../event-handler.ts';
import { settleEvent } from './events.ts';

/** The last step of every run. What went wrong on the way fails it now, when everything good is saved. */
export const handler = eventHandler('settle', settleEvent, async (event, { logger, measure }) => {
  const settled = settle(event, { measure });
  logger.info('settled', { session: event.plan?.session, ...settled });
  return settled;
});
