import { conclude } from '../../steps/conclude.ts';
import { lambda } from '../lambda.ts';
import { concludeEvent } from './events.ts';

/** The last step of each session of a backfill, and of the backfill itself. */
export const handler = lambda('conclude', concludeEvent, (event, { archive }) => conclude(event, archive));
