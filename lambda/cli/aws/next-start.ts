import { addDays, weekday } from '../../calendar/civil.ts';
import { clockTime, newYorkClock } from '../../calendar/new-york.ts';

/** When a run starts, by New York's clock. */
export interface Start {
  readonly date: string;
  /** `17:45` */
  readonly time: string;
}

const days: readonly string[] = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'];

/**
 * The next start by a schedule of ours, `cron(45 17 ? * * *)` or `cron(30 8 ? * TUE-SAT *)`, in New York.
 * @param now ISO 8601 UTC
 * @returns null for an expression of another form
 */
export function nextStart(expression: string, now: string): Start | null {
  const form = /^cron\((\d{1,2}) (\d{1,2}) \? \* (?:\*|([A-Z]{3})-([A-Z]{3})) \*\)$/.exec(expression);
  if (form === null) return null;
  const [, minute, hour, from = 'MON', to = 'SUN'] = form;
  const [first, last] = [from, to].map((name) => days.indexOf(name) + 1);
  if (!first || !last) return null;
  const time = clockTime(Number(hour), Number(minute));
  const clock = newYorkClock(now);
  for (let date = clock.date; ; date = addDays(date, 1)) {
    const day = weekday(date);
    const runs = first <= last ? first <= day && day <= last : day >= first || day <= last;
    if (runs && (date > clock.date || time > clock.time)) return { date, time };
  }
}
