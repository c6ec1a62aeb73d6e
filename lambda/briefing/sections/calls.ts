import type { Section } from '../../report/schema.ts';
import type { Context } from '../context.ts';
import { gradesTable } from './calls/grades.ts';
import { callsLead } from './calls/lead.ts';
import { recordProse } from './calls/record.ts';
import { sectionStatus } from './statuses.ts';

/** What was called before, how it turned out beside luck, and whether the record of it is as it was written. */
export function callsSection(context: Context): Section {
  const { words, edition } = context;
  const chain = words.word('calls.chain') ?? 'none yet';
  return {
    id: 'calls',
    title: 'Calls',
    status: sectionStatus('calls', context),
    state: { intact: 'record intact', 'none yet': 'none published yet' }[chain] ?? 'record broken',
    lead: callsLead(words, edition),
    blocks: [gradesTable(words, edition), recordProse(words, edition)],
  };
}
