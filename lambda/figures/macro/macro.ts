import type { SessionView } from '../../market-data/session-view.ts';
import type { FigureBook } from '../book.ts';
import { macroGrowth } from './macro-growth.ts';
import { macroJobs } from './macro-jobs.ts';
import { macroRates } from './macro-rates.ts';
import { macroRegional } from './macro-regional.ts';

/** What was known of the economy on the evening of the session. */
export function macro(view: SessionView, book: FigureBook): void {
  macroGrowth(view, book);
  macroJobs(view, book);
  macroRates(view, book);
  macroRegional(view, book);
}
