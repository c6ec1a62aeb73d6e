import { describe, expect, it } from 'vitest';
import { isSetSmaller } from '../../../../lambda/rendering/view/layout.ts';
import { ledgerOnPaper } from '../../../../lambda/rendering/view/ledger-on-paper.ts';
import type { Report, Table } from '../../../../lambda/report/schema.ts';

const verdicts = ['mixed', 'supported', 'not computable', 'mixed', 'not supported', 'mixed'];
const ledger: Table = {
  ...{ kind: 'table', id: 'claims.ledger', title: 'The ledger', notes: [] },
  columns: ['Verdict', 'Leads with', 'One year', 'Since'].map((label) => ({ label, align: 'end' })),
  rows: verdicts.map((_, i) => ({
    ...{ label: `${i + 1}. Claim`, hint: 'why' },
    cells: [
      { figure: `claim.0${i + 1}` },
      { figure: `return.${i + 1}.1d` },
      { spark: `claim.0${i + 1}`, alt: 'a year' },
      { figure: `claim.0${i + 1}.since` },
    ],
  })),
};
const figures = Object.fromEntries(
  verdicts.flatMap((value, i) => [
    [`claim.0${i + 1}`, { value }],
    [`return.${i + 1}.1d`, { value: 0.012, unit: 'fraction', status: i === 0 ? 'proxy' : 'fresh' }],
    [`claim.0${i + 1}.since`, { value: i === 0 ? '2025-12-26' : null }],
  ]),
);
const halves = ledgerOnPaper(ledger, { figures } as unknown as Report);

describe('the ledger on paper', () => {
  it('has every claim with a verdict once, under it, in two tables side by side', () => {
    expect(halves.map(({ id }) => id)).toEqual(['claims.ledger', 'claims.ledger.more']);
    expect(halves.map(({ rows }) => rows.map(({ label, group }) => `${group} ${label}`))).toEqual([
      ['Supported: 1 2. Claim', 'Mixed: 3 1. Claim\u00a0*', 'Mixed: 3 4. Claim'],
      ['Mixed, continued 6. Claim', 'Not supported: 1 5. Claim'],
    ]);
    expect(halves.map(isSetSmaller)).toEqual([true, true]);
    expect(isSetSmaller(ledger)).toBe(false);
  });

  it('has of each the number, its year and since when, and of the rest the names', () => {
    expect(halves[0]!.rows[1]).toEqual({
      ...{ label: '1. Claim\u00a0*', group: 'Mixed: 3' },
      cells: [{ text: '+1.20\u202f%' }, { spark: 'claim.01', alt: 'a year' }, { text: 'Dec\u202f26' }],
    });
    expect(halves[0]!.rows[0]!.cells[2]).toEqual({ text: '' });
    expect(halves[1]!.notes).toEqual([
      { parts: ['* Rests on a proxy.'], figures: [] },
      { parts: ['Not computable, for reasons that the HTML has: 3. Claim.'], figures: [] },
    ]);
  });
});
