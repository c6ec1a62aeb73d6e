import { dateOfDayNumber, dayNumberOf, daysInMonth, monthNames } from '../../calendar/civil.ts';
import { newYorkDate, newYorkInstant } from '../../calendar/new-york.ts';
import { closeOf, isSession, openOf } from '../../calendar/nyse.ts';

/**
 * What a cell says of a day: the day itself (days since 1970-01-01), two numbers of which one is the month, or a time
 * within a day, which a daily bar does not have.
 */
export type Dated =
  | { readonly kind: 'day'; readonly day: number }
  | { readonly kind: 'either'; readonly first: number; readonly second: number; readonly year: number }
  | { readonly kind: 'within'; readonly day: number };

/** Days since 1970-01-01, null when there is no such day. */
export function realDay(year: number, month: number, day: number): number | null {
  const real = month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  return real ? dayNumberOf(year, month, day) : null;
}

const dayOf = (day: number | null): Dated | null => (day === null ? null : { kind: 'day', day });

/** Two digits are a year from 1950 to 2049: the exchange's calendar here begins later and ends before. */
const fullYear = (text: string): number =>
  text.length === 4 ? Number(text) : Number(text) + (Number(text) < 50 ? 2000 : 1900);

/** 1 to 12 for a month's name or its first three letters (`Sept` too), 0 for anything else. */
function monthNamed(text: string): number {
  const lower = text.toLowerCase() === 'sept' ? 'sep' : text.toLowerCase();
  const names = monthNames.map((name) => name.toLowerCase());
  return names.findIndex((name) => name === lower || name.slice(0, 3) === lower) + 1;
}

/** An instant, when it is one at which a day's bar may be stamped: midnight in New York or UTC, the opening, the close. */
function ofInstant(milliseconds: number): Dated | null {
  if (!Number.isFinite(milliseconds) || Math.abs(milliseconds) > 4e12) return null;
  const utc = Math.floor(milliseconds / 86_400_000);
  if (milliseconds === utc * 86_400_000) return { kind: 'day', day: utc };
  const instant = new Date(milliseconds).toISOString();
  if (instant < '1990') return null;
  const date = newYorkDate(instant);
  const day = Math.floor(Date.parse(`${date}T00:00:00Z`) / 86_400_000);
  const isMidnight = milliseconds === Date.parse(newYorkInstant(date, '12:00')) - 12 * 3_600_000;
  const isOfSession =
    isSession(date) && [openOf(date), closeOf(date)].some((time) => milliseconds === Date.parse(time));
  return { kind: isMidnight || isOfSession ? 'day' : 'within', day };
}

/** A time without a zone is New York's. */
function ofLocalTime(day: number, time: string): Dated {
  if (/^00:00(:00(\.0+)?)?$/.test(time)) return { kind: 'day', day };
  const date = dateOfDayNumber(day);
  if (date < '1990' || !isSession(date)) return { kind: 'within', day };
  const dated = ofInstant(Date.parse(newYorkInstant(date, '12:00')) + millisecondsOf(time) - 12 * 3_600_000);
  return dated ?? { kind: 'within', day };
}

function millisecondsOf(time: string): number {
  const [hour = 0, minute = 0, second = 0] = time.split(':').map(Number);
  return ((hour * 60 + minute) * 60 + second) * 1000;
}

type Form = readonly [pattern: RegExp, read: (parts: Readonly<Record<string, string>>) => Dated | null];

const time = '(?<time>\\d{1,2}:\\d{2}(:\\d{2}(\\.\\d+)?)?)';

const forms: readonly Form[] = [
  // 2025-12-31, 2025/12/31, 2025.12.31
  [
    /^(?<year>\d{4})([-/.])(?<month>\d{1,2})\2(?<day>\d{1,2})$/,
    ({ year, month, day }) => dayOf(realDay(Number(year), Number(month), Number(day))),
  ],
  // 2025-12-31 00:00:00-05:00 (yfinance), 2025-12-31T05:00:00Z (Alpaca), 2025-12-31 16:00:00
  [
    new RegExp(
      `^(?<year>\\d{4})-(?<month>\\d{2})-(?<day>\\d{2})[ T]${time} ?(?<zone>Z|UTC|[+-]\\d{2}:?\\d{2})?$`,
    ),
    ({ year, month, day, time, zone }) => {
      const on = realDay(Number(year), Number(month), Number(day));
      if (on === null) return null;
      if (zone === undefined || /^00:00(:00(\.0+)?)?$/.test(time!)) return ofLocalTime(on, time!);
      const offset = /^([+-])(\d{2}):?(\d{2})$/.exec(zone);
      const ahead =
        offset === null
          ? 0
          : (offset[1] === '-' ? -1 : 1) * (Number(offset[2]) * 60 + Number(offset[3])) * 60_000;
      return ofInstant(on * 86_400_000 + millisecondsOf(time!) - ahead);
    },
  ],
  // 20251231 (Stooq's bulk files)
  [
    /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$/,
    ({ year, month, day }) => dayOf(realDay(Number(year), Number(month), Number(day))),
  ],
  // 31.12.2025: a day is first wherever points divide
  [
    /^(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>\d{2}|\d{4})$/,
    ({ year, month, day }) => dayOf(realDay(fullYear(year!), Number(month), Number(day))),
  ],
  // 12/31/2025 (Cboe, Excel) and 31/12/2025, alone or at midnight or the close (Google)
  [
    new RegExp(`^(?<first>\\d{1,2})([-/])(?<second>\\d{1,2})\\2(?<year>\\d{2}|\\d{4})( ${time})?$`),
    ({ first, second, year, time }) =>
      time === undefined || /^(0?0:00|16:00|13:00)(:00)?$/.test(time)
        ? { kind: 'either', first: Number(first), second: Number(second), year: fullYear(year!) }
        : null,
  ],
  // Sep 25, 2026 (Yahoo's pages)
  [
    /^([a-z]{3,9}\.?,? )?(?<name>[a-z]{3,9})\.? (?<day>\d{1,2}),? (?<year>\d{4})$/i,
    ({ name, day, year }) => dayOf(realDay(Number(year), monthNamed(name!), Number(day))),
  ],
  // 25 Sep 2026, 25-Sep-26 (Excel)
  [
    /^([a-z]{3,9}\.?,? )?(?<day>\d{1,2})[ -](?<name>[a-z]{3,9})\.?[ -](?<year>\d{2}|\d{4})$/i,
    ({ name, day, year }) => dayOf(realDay(fullYear(year!), monthNamed(name!), Number(day))),
  ],
  [/^(?<seconds>\d{9,10})$/, ({ seconds }) => ofInstant(Number(seconds) * 1000)],
  [/^(?<milliseconds>\d{12,13})$/, ({ milliseconds }) => ofInstant(Number(milliseconds))],
];

/** Periods as publishers name them: `2025-11`, `2025M11`, `2025 Q3`, `Nov 2025`; their first day. */
const periods: readonly Form[] = [
  [
    /^(?<year>\d{4})[-/ ]?M?(?<month>\d{2})$/i,
    ({ year, month }) => dayOf(realDay(Number(year), Number(month), 1)),
  ],
  [
    /^(?<year>\d{4})[- :]?Q(?<quarter>[1-4])$/i,
    ({ year, quarter }) => dayOf(realDay(Number(year), 3 * Number(quarter) - 2, 1)),
  ],
  [
    /^(?<year>\d{4})[- ](?<name>[a-z]{3,9})$/i,
    ({ year, name }) => dayOf(realDay(Number(year), monthNamed(name!), 1)),
  ],
  [
    /^(?<name>[a-z]{3,9})[- ](?<year>\d{4})$/i,
    ({ year, name }) => dayOf(realDay(Number(year), monthNamed(name!), 1)),
  ],
];

/** What a text says of a day; null when it is no date of any form known here. */
export function datedOf(text: string, withPeriods: boolean): Dated | null {
  for (const [pattern, read] of withPeriods ? [...forms, ...periods] : forms) {
    const parts = pattern.exec(text)?.groups;
    if (parts !== undefined) return read(parts as Readonly<Record<string, string>>);
  }
  return null;
}
