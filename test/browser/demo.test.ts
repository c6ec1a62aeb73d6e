import type { Report } from '../../lambda/report/schema.ts';
import { simulatedReport } from '../support/briefings.ts';
import { describePage } from './page-suite.ts';
import { describePdf, describeTables } from './pdf-suite.ts';

const simulated = () => simulatedReport('2025-11-14');
describePage('the demo', simulated);
describePdf('the demo', simulated);
describeTables('the demo', simulated);
describeTables('a live run, each series with its source and its day', async () =>
  asIfLive(await simulated()),
);

/** The same with a table of sources as live data fills it: more columns, and the longest names of sources. */
function asIfLive(report: Report): Report {
  const live = structuredClone(report);
  const table = live.sections.flatMap(({ blocks }) => blocks).find(({ id }) => id === 'methods.sources');
  if (table?.kind !== 'table') throw new Error('the report has no table of sources');
  table.columns.unshift({ label: 'Source', align: 'start' });
  table.columns.splice(2, 0, { label: 'Received', align: 'end' });
  for (const { cells } of table.rows) {
    cells.unshift({ text: 'fred-releases' });
    cells.splice(2, 0, { text: 'Dec 31, 2025, 22:50 UTC' });
  }
  return live;
}
