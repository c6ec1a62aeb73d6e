import type { CalendarCoverage } from '../../calendar/agreed.ts';
import type { ScheduledEvent } from '../../calendar/events.ts';

/** A calendar of events as a provider gave it. */
export interface ParsedEvents {
  readonly events: readonly ScheduledEvent[];
  /** The last day of which it tells: nothing on a later one means nothing. */
  readonly through: string;
  readonly complaints: readonly string[];
  /** What a publisher's own calendar tells of, cancelled ones too; absent where its events are all that it tells of. */
  readonly covers?: CalendarCoverage;
}
