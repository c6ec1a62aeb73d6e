import { formatDate } from '../../briefing/words/format.ts';
import { newYorkClock } from '../../calendar/new-york.ts';
import type { Execution } from './executions.ts';

/** `Wed 31 December 2025, 17:45 New York`. @param instant ISO 8601 UTC */
export function inNewYork(instant: string): string {
  const { date, time } = newYorkClock(instant);
  return `${formatDate(date)}, ${time} New York`;
}

/** How long an execution took: `2 min 3 s`; empty while it runs. */
export function took({ startedAt, stoppedAt }: Pick<Execution, 'startedAt' | 'stoppedAt'>): string {
  if (stoppedAt === null) return '';
  const seconds = Math.round((Date.parse(stoppedAt) - Date.parse(startedAt)) / 1000);
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
  return minutes === 0 ? `${rest} s` : `${minutes} min ${rest} s`;
}
