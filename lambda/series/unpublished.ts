import { monthOf, monthNames as months, yearOf } from '../calendar/civil.ts';
import { isNeverPublished } from '../calendar/publication-days.ts';

/** `October 2025` of any date in that month. */
export const monthName = (date: string): string => `${months[monthOf(date) - 1]} ${yearOf(date)}`;

/** Why a series has no value for a month, in words; null when there is no known cause. */
export const whyUnpublished = (series: string, month: string): string | null =>
  isNeverPublished(series, month)
    ? `${monthName(month)} was not published (2025 appropriations lapse)`
    : null;
