import { inOrder, type ScheduledEvent } from './events.ts';

/** One calendar of dates to come. */
export interface Calendar {
  /** Its rank among calendars of the same events: the lower one wins. */
  readonly rank: number;
  readonly events: readonly ScheduledEvent[];
  /** Names of the events that it lists, and the days that it covers. */
  readonly covers: CalendarCoverage;
}

export interface CalendarCoverage {
  readonly names: readonly string[];
  readonly from: string;
  readonly through: string;
}

/**
 * The events of several calendars as one. Where a calendar lists a release, one of a higher rank is ignored on that
 * release within the days of the first: so a moved date is not listed twice, and a cancelled one not at all.
 */
export function agreed(calendars: readonly Calendar[]): readonly ScheduledEvent[] {
  return inOrder(
    calendars.flatMap(({ rank, events }) => {
      const before = calendars.filter((other) => other.rank < rank);
      return events.filter((event) => !before.some(({ covers }) => isCovered(event, covers)));
    }),
  );
}

const isCovered = ({ date, name }: ScheduledEvent, { names, from, through }: CalendarCoverage): boolean =>
  names.includes(name) && date >= from && date <= through;
