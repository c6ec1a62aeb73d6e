import type { ScheduledEvent } from '../../../calendar/events.ts';
import { formatShortDate } from '../../words/date.ts';

/** Who says so and how sure it is: `FRED, published`, `BLS, scheduled as of 24 Sep`. */
export function sourceInWords({
  source,
  standing,
  seen,
}: Pick<ScheduledEvent, 'source' | 'standing' | 'seen'>): string {
  if (standing === 'usual') return `${source}, usual day`;
  if (standing === 'uncertain') return `${source}, usual day, uncertain in a week with a holiday`;
  return `${source}, ${standing}${seen === undefined ? '' : ` as of ${formatShortDate(seen)}`}`;
}
