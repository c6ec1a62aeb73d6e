import { monthOf, monthNames as months, yearOf } from '../calendar/civil.ts';

/** `October 2025` of any date in that month. */
export const monthName = (date: string): string => `${months[monthOf(date) - 1]} ${yearOf(date)}`;

/** Months that a publisher said it would never publish, by series. */
const lapses: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  ['CPIAUCSL', 'CPILFESL', 'UNRATE'].map((series) => [series, new Set(['2025-10-01'])]),
);

/** Why a series has no value for a month, in words; null when there is no known cause. */
export const whyUnpublished = (series: string, month: string): string | null =>
  lapses.get(series)?.has(month) === true
    ? `${monthName(month)} was not published (2025 appropriations lapse)`
    : null;
