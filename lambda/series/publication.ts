import { addDays, addMonths, endOfMonth } from '../calendar/civil.ts';
import { isFederalHoliday, nextBusinessDay } from '../calendar/federal-holidays.ts';
import { isDecisionDay } from '../calendar/fomc.ts';
import { isNeverPublished, knownDayOf } from '../calendar/publication-days.ts';
import type { MacroSpec } from '../editions/edition.ts';

/** How a series is published: all that it takes to say when a period of it became known. */
export type PublicationRule = Pick<MacroSpec, 'series' | 'frequency' | 'weekday' | 'lag'>;

/** When a period became known, and how that is known. */
export interface PublicationDay {
  readonly day: string;
  /** `published`: that was the day of its publication; `usual`: a computed day, by which it usually is out. */
  readonly kind: 'published' | 'usual';
}

/** Last day of a period that its publisher stamps with `period`. */
function endOfPeriod(period: string, frequency: PublicationRule['frequency']): string {
  if (frequency === 'monthly') return endOfMonth(period);
  if (frequency === 'quarterly') return endOfMonth(addMonths(period, 2));
  return period;
}

/** The day that the lag gives. The target of the Federal Reserve is announced the day before it is in force. */
function usualDay(period: string, { lag, frequency }: PublicationRule): string {
  if (lag.kind === 'next business day') return nextBusinessDay(period);
  if (lag.kind === 'day of the month') return addDays(period, lag.day - 1);
  if (lag.kind === 'announced') {
    const before = addDays(period, -1);
    return isDecisionDay(before) ? before : period;
  }
  const day = addDays(endOfPeriod(period, frequency), lag.days);
  return lag.offHolidays === true && isFederalHoliday(day) ? addDays(day, 1) : day;
}

const found = new WeakMap<PublicationRule, Map<string, PublicationDay>>();

/**
 * The day on which a period became known: by the table of publication days where that has it, else by the lag.
 * Source: docs/methods/macro.md.
 *
 * @param period as its publisher stamps it: the day itself, the first of the month or of the quarter
 */
export function publicationDay(period: string, publication: PublicationRule): PublicationDay {
  // Every session of a history asks for the same few periods.
  const days = found.get(publication) ?? new Map<string, PublicationDay>();
  found.set(publication, days);
  const day = days.get(period) ?? dayOf(period, publication);
  days.set(period, day);
  return day;
}

function dayOf(period: string, publication: PublicationRule): PublicationDay {
  const known = knownDayOf(publication.series, period);
  if (known !== undefined)
    return { day: known.day, kind: known.kind === 'published' ? 'published' : 'usual' };
  // A target is a decision with its date, no estimate.
  const kind = publication.lag.kind === 'announced' ? 'published' : 'usual';
  const day = usualDay(period, publication);
  if (!isNeverPublished(publication.series, period)) return { day, kind };
  // A month that was left out lets none before it in early.
  const before = publicationDay(addMonths(period, -1), publication);
  return before.day > day ? before : { day, kind };
}
