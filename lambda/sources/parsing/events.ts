import type { CalendarCoverage } from '../../calendar/agreed.ts';
import type { ScheduledEvent } from '../../calendar/events.ts';

/** A calendar of events as a provider gave it. */
export interface ParsedEvents {
  readonly events: readonly ScheduledEvent[];
  /** The last day that it covers: the absence of an event later means nothing. */
  readonly through: string;
  readonly complaints: readonly string[];
  /** The events that a publisher's own calendar covers, cancelled ones too; absent where its events are all that it covers. */
  readonly covers?: CalendarCoverage;
}
