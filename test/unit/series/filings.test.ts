import { describe, expect, it } from 'vitest';
import { type Fact, quartersOf } from '../../../lambda/series/filings.ts';

const fact = (end: string, value: number, filed: string, start = '2025-01-01'): Fact => ({
  start,
  end,
  value,
  filed,
});
const quarters = (...facts: Fact[]) =>
  quartersOf({ symbol: 'AAPL', company: 320_193, concept: 'PaymentsToAcquire', facts }, '2026-12-31');

describe('a fiscal quarter', () => {
  it.each([
    ['79 days', '2025-03-21', 0],
    ['80 days', '2025-03-22', 1],
    ['100 days', '2025-04-11', 1],
    ['101 days', '2025-04-12', 0],
  ])('that took %s after its first counts as one: %s, %i', (_, end, count) => {
    expect(quarters(fact(end, 5, '2025-05-01'))).toHaveLength(count);
  });

  it('is what a year to date says less the one before, known when the later of both was filed', () => {
    const found = quarters(fact('2025-03-31', 5, '2025-05-01'), fact('2025-06-30', 12, '2025-08-01'));
    expect(found).toEqual([
      { end: '2025-03-31', value: 5, filed: '2025-05-01' },
      { end: '2025-06-30', value: 7, filed: '2025-08-01' },
    ]);
  });

  it('is left out where its year to date does not exceed the one before', () => {
    const found = quarters(fact('2025-03-31', 5, '2025-05-01'), fact('2025-06-30', 5, '2025-08-01'));
    expect(found.map(({ end }) => end)).toEqual(['2025-03-31']);
  });
});
