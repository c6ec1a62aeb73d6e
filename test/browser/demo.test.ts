import type { Report, Sentence } from '../../lambda/report/schema.ts';
import { simulatedReport } from '../support/briefings.ts';
import { describePage } from './page-suite.ts';
import { describeLength, describePdf, describeTables } from './pdf-suite.ts';

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

/** The demo with a given number of rows in its calendar, and the sentences that a run with every provider adds to the sheet. */
async function withDaysAhead(rows: number): Promise<Report> {
  const report = structuredClone(await simulated());
  const more = (text: string): Sentence => ({ parts: [text], figures: [] });
  for (const block of report.sections.flatMap(({ blocks }) => blocks)) {
    if (block.id === 'calendar.ahead' && block.kind === 'table') {
      const last = block.rows.at(-1)!;
      while (block.rows.length < rows) block.rows.push(last);
      block.notes.push(
        more('Earnings dates are estimates until a company confirms its own; no source says which.'),
      );
    }
    if (block.id === 'macro.fed' && block.kind === 'prose')
      block.sentences.push(
        more('Federal funds futures price a rate of 3.36 % after it, 0.49 points below it now.'),
      );
    if (block.id === 'holding' && block.kind === 'table')
      block.notes.push(
        more(
          'By its own list TNA held 232 % of its assets in index swaps and 68 % in shares and funds, 300 % together.',
        ),
      );
  }
  return report;
}

for (const rows of [10, 16, 25]) describeLength(`a calendar of ${rows} rows`, () => withDaysAhead(rows));
