import { inOrder, type ScheduledEvent } from './events.ts';

/** One calendar of dates to come. */
export interface Calendar {
  /** Its place among those that tell of the same: of two, the lower goes before. */
  readonly rank: number;
  readonly events: readonly ScheduledEvent[];
  /** Names of what it tells of, and the days on which it would list them. */
  readonly covers: CalendarCoverage;
}

export interface CalendarCoverage {
  readonly names: readonly string[];
  readonly from: string;
  readonly through: string;
}

/**
 * The events of several calendars as one. Where a calendar tells of a release, one behind it is not heard on that
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
