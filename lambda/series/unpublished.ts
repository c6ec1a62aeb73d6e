import { isNeverPublished } from '../calendar/publication-days.ts';
import type { Reason } from './reason.ts';

/** Why a series has no value for a month; null when there is no known cause. */
export const whyUnpublished = (series: string, month: string): Reason | null =>
  isNeverPublished(series, month) ? { code: 'never-published', month } : null;
