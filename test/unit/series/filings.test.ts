import { describe, expect, it } from 'vitest';
import { type Fact, lastFourQuarters, newestOwnQuarter, quartersOf } from '../../../lambda/series/filings.ts';

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

describe('the last four quarters', () => {
  const filed = (...facts: Fact[]) => ({ symbol: 'X', company: 1, concept: 'NetIncomeLoss', facts });
  const year = [
    fact('2025-03-31', 5, '2025-05-01'),
    fact('2025-06-30', 3, '2025-08-01'),
    fact('2025-09-30', 10, '2025-11-01'),
    fact('2025-12-31', 14, '2026-02-01'),
  ];

  it('count a loss', () => {
    const four = lastFourQuarters(filed(...year), '2026-03-01');
    expect(four?.map(({ value }) => value)).toEqual([5, -2, 7, 4]);
  });

  it('are none on the day before the fourth is filed, and none with one between them missing', () => {
    expect(lastFourQuarters(filed(...year), '2026-01-31')).toBeNull();
    const next = [fact('2026-03-31', 2, '2026-05-01', '2026-01-01')];
    const holed = year.filter(({ end }) => end !== '2025-06-30');
    const before = [fact('2024-12-31', 9, '2025-02-01', '2024-10-01')];
    expect(lastFourQuarters(filed(...before, ...holed, ...next), '2026-06-01')).toBeNull();
  });
});

describe('the newest quarter of an average', () => {
  const filed = (...facts: Fact[]) => ({ symbol: 'X', company: 1, concept: 'Shares', facts });

  it('is what was filed of the quarter itself, as it was filed last by the day', () => {
    const facts = [
      fact('2025-06-30', 100, '2025-08-01', '2025-04-01'),
      fact('2025-06-30', 1000, '2025-10-01', '2025-04-01'),
      fact('2025-12-31', 500, '2026-02-01', '2025-01-01'),
    ];
    expect(newestOwnQuarter(filed(...facts), '2025-09-30')).toMatchObject({ value: 100 });
    expect(newestOwnQuarter(filed(...facts), '2026-03-01')).toMatchObject({
      end: '2025-06-30',
      value: 1000,
      filed: '2025-10-01',
    });
  });

  it('is none where only a year was filed', () => {
    expect(
      newestOwnQuarter(filed(fact('2025-12-31', 500, '2026-02-01', '2025-01-01')), '2026-03-01'),
    ).toBeUndefined();
  });
});
