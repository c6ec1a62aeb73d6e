import type { Section } from '../../report/schema.ts';
import type { Context } from '../context.ts';
import { formatShortDate } from '../words/date.ts';
import { cellsTable } from './history/cells.ts';
import { historyLead, meaning } from './history/words.ts';
import { sectionStatus } from './statuses.ts';

/** What followed events of the past, and first of all whether anything of it survives a count of how much was looked at. */
export function historySection(context: Context): Section {
  const { words, edition } = context;
  const asOf = words.word('study.asof');
  const table = cellsTable(words, edition);
  return {
    id: 'history',
    title: 'History',
    status: sectionStatus('history', context),
    ...(asOf === null ? {} : { state: `to ${formatShortDate(asOf)}` }),
    lead: historyLead(words, edition),
    blocks: [...(table === null ? [] : [table]), meaning(words, edition)],
  };
}
