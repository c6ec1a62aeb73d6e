import { expect, it } from 'vitest';
import { PageFigures } from '../../../../lambda/rendering/view/figures.ts';
import { tableView } from '../../../../lambda/rendering/view/table.ts';
import type { Figure, Report, Table } from '../../../../lambda/report/schema.ts';
import { sampleReport } from '../../../support/sample-report.ts';

const sample = sampleReport();
const ledgerOf = (hint: string, reason: string, codes: NonNullable<Report['reasons']>[string] = []) => {
  const claim: Figure = {
    ...sample.figures['rotation.state']!,
    status: 'missing',
    reason,
    value: 'not computable',
  };
  const report = {
    ...sample,
    figures: { ...sample.figures, 'claim.18': claim },
    names: { RVX: 'volatility' },
    reasons: codes.length === 0 ? {} : { [reason]: codes },
  };
  const table: Table = {
    kind: 'table',
    id: 'claims.ledger',
    title: 'The ledger',
    columns: ['Verdict', 'Leads with', 'One year', 'Since'].map((label) => ({ label, align: 'end' })),
    rows: [
      { label: '18. Jobs', hint, cells: [{ figure: 'claim.18' }, { text: '–' }, { text: '' }, { text: '' }] },
    ],
    notes: [],
  };
  const { groups, reasons } = tableView(table, report, new PageFigures(report));
  return { hint: groups[0]!.rows[0]!.hint, reasons };
};

it('a claim that is not computable says why in its own row, in the words of readers', () => {
  expect(ledgerOf('Sahm reading not known.', 'no data for RVX up to 2025-12-31')).toEqual({
    hint: 'Sahm reading not known. No data for volatility up to Dec 31, 2025.',
    reasons: [],
  });
});

it('what the edition says of a claim is not said again behind its words', () => {
  const words = 'an opinion cannot be held to anything';
  const hint = 'An opinion cannot be held to anything.';
  expect(ledgerOf(hint, words, [{ code: 'edition-says', words }]).hint).toBe(hint);
  expect(ledgerOf(hint, 'no data for RVX', [{ code: 'no-data', subject: 'RVX' }]).hint).toBe(
    `${hint} No data for volatility.`,
  );
  expect(ledgerOf('', 'x.y is not at hand; x.z is not at hand').hint).toBe(
    'What it rests on is not at hand.',
  );
});
