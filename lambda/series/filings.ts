import { addDays, daysBetween, startOfQuarter } from '../calendar/civil.ts';

/** One fact of a company's filings: what it says of a stretch of time, and the day on which it was filed. */
export interface Fact {
  readonly start: string;
  readonly end: string;
  /** In the unit of the filing: US dollars, or shares. */
  readonly value: number;
  readonly filed: string;
}

/** What a company has filed under one concept, for quarters and for the year to date. */
export interface Filings {
  readonly symbol: string;
  /** The number under which the SEC keeps the company. */
  readonly company: number;
  readonly concept: string;
  readonly facts: readonly Fact[];
}

/** What a company spent or earned in one fiscal quarter. */
export interface Quarter {
  /** The quarter's last day: fiscal quarters are not calendar quarters. */
  readonly end: string;
  /** US dollars. */
  readonly value: number;
  /** The day on which the newest filing in it was made: known from then on. */
  readonly filed: string;
}

/** A quarter has 13 weeks, some 14; its length in days, its first day not counted. */
const quarterDays = { least: 80, most: 100 };

const isQuarterLong = (days: number): boolean => days >= quarterDays.least && days <= quarterDays.most;

/**
 * The quarters of a cash-flow concept as they were known on a day. Companies file it for the year to date, so a
 * quarter is what one filing says less what the one before said of the same fiscal year. A period that was filed
 * more than once counts as it was filed last. A quarter whose predecessor was never filed is unknown and is left
 * out, as is spending that comes out at nothing or less: its two filings do not belong together.
 *
 * @param known only filings up to this date count
 * @param canBeNegative whether a quarter of nothing or less is one: a company may lose, it cannot spend less than nothing
 */
export function quartersOf(
  { facts }: Filings,
  known: string,
  canBeNegative: boolean = false,
): readonly Quarter[] {
  const byStart = Map.groupBy(newestOfEachPeriod(facts, known), ({ start }) => start);
  const quarters = new Map<string, Quarter>();
  for (const year of byStart.values())
    for (const quarter of withinYear(year, canBeNegative)) {
      const other = quarters.get(quarter.end);
      if (other === undefined || other.filed < quarter.filed) quarters.set(quarter.end, quarter);
    }
  return [...quarters.values()].sort(byEnd);
}

function newestOfEachPeriod(facts: readonly Fact[], known: string): readonly Fact[] {
  const newest = new Map<string, Fact>();
  for (const fact of facts) {
    if (fact.filed > known) continue;
    const name = `${fact.start} ${fact.end}`;
    if ((newest.get(name)?.filed ?? '') <= fact.filed) newest.set(name, fact);
  }
  return [...newest.values()];
}

/** The quarters of one fiscal year from its periods to date, all of one start. */
function withinYear(year: readonly Fact[], canBeNegative: boolean): Quarter[] {
  const toDate = year.toSorted(byEnd);
  return toDate.flatMap(({ start, end, value, filed }, i) => {
    const before = toDate[i - 1];
    const days = daysBetween(before?.end ?? start, end);
    const own = value - (before?.value ?? 0);
    if (!isQuarterLong(days) || (own <= 0 && !canBeNegative)) return [];
    return [{ end, value: own, filed: later(filed, before?.filed ?? filed) }];
  });
}

/**
 * The newest four quarters in a row as they were known on a day; null where one of them is not known.
 *
 * @param known only filings up to this date count
 */
export function lastFourQuarters(filings: Filings, known: string): readonly Quarter[] | null {
  const four = quartersOf(filings, known, true).slice(-4);
  const [first, last] = [four[0], four[3]];
  if (first === undefined || last === undefined) return null;
  const apart = daysBetween(first.end, last.end);
  return apart >= 3 * quarterDays.least && apart <= 3 * quarterDays.most ? four : null;
}

/**
 * The newest quarter of a concept that is an average, such as weighted shares: only what was filed of the quarter itself,
 * since averages of the year to date have no difference. Its fourth quarter a company does not file.
 *
 * @param known only filings up to this date count
 */
export const newestOwnQuarter = ({ facts }: Filings, known: string): Quarter | undefined =>
  newestOfEachPeriod(facts, known)
    .filter(({ start, end, value }) => value > 0 && isQuarterLong(daysBetween(start, end)))
    .toSorted(byEnd)
    .at(-1);

const byEnd = (a: { readonly end: string }, b: { readonly end: string }): number =>
  a.end < b.end ? -1 : a.end > b.end ? 1 : 0;

const later = (a: string, b: string): string => (a < b ? b : a);

/**
 * The calendar quarter that a fiscal quarter mostly lies in, by its first day: `2025-07-01` for one that ends on
 * 26 October 2025, which is mostly of the summer. So quarters of companies with different years can be added up.
 */
export const calendarQuarter = (end: string): string => startOfQuarter(addDays(end, -45));
