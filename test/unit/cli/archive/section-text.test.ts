import { expect, it } from 'vitest';
import { sectionText } from '../../../../lambda/cli/archive/section-text.ts';
import { sampleReport } from '../../../support/sample-report.ts';

it('prints a section: sentences, a table with the numbers of the page, a chart in words', () => {
  const report = sampleReport();
  const sentence = (text: string) => ({ parts: [text], figures: [] });
  const lines = sectionText(
    report,
    {
      id: 'prices',
      title: 'Prices',
      status: 'fresh',
      lead: sentence('One sentence.'),
      blocks: [
        { kind: 'prose', id: 'a', form: 'list', sentences: [sentence('first'), sentence('second')] },
        {
          kind: 'table',
          id: 'b',
          title: 'Closes',
          columns: [{ label: 'close', align: 'end' }],
          rows: [{ label: 'TNA', cells: [{ figure: 'close.TNA' }] }],
          notes: [sentence('In dollars.')],
        },
        { kind: 'absence', id: 'c', title: 'Filings', reason: 'not at hand' },
      ],
    },
    40,
  );
  expect(lines).toEqual([
    ...['PRICES', 'One sentence.', '', '- first', '- second', '', 'Closes'],
    ...['     close', 'TNA  45.54', 'In dollars.', '', 'Filings', '  not at hand'],
  ]);
});
