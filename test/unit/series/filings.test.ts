import { describe, expect, it } from 'vitest';
import {
  calendarQuarter,
  type Fact,
  lastFourQuarters,
  newestOwnQuarter,
  quartersOf,
} from '../../../lambda/series/filings.ts';

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

describe('a period that was filed more than once', () => {
  const first = fact('2025-03-31', 5, '2025-05-01');
  const amended = fact('2025-03-31', 6, '2025-09-01');

  it.each([
    ['in the order of their filing', [first, amended]],
    ['the other way round', [amended, first]],
  ])('counts as it was filed last, %s', (_, facts) => {
    expect(quarters(...facts)).toEqual([{ end: '2025-03-31', value: 6, filed: '2025-09-01' }]);
  });

  it('counts as the later of two of one day', () => {
    expect(quarters(first, { ...first, value: 7 })[0]!.value).toBe(7);
  });

  it('counts as it was known on the day: from the day of the filing on', () => {
    const on = (known: string) =>
      quartersOf({ symbol: 'X', company: 1, concept: 'C', facts: [first, amended] }, known);
    expect(on('2025-04-30')).toEqual([]);
    expect(on('2025-05-01')[0]!.value).toBe(5);
    expect(on('2025-08-31')[0]!.value).toBe(5);
    expect(on('2025-09-01')[0]!.value).toBe(6);
  });

  it('makes the quarter after it known on the later day, less what was filed last', () => {
    const found = quarters(amended, fact('2025-06-30', 12, '2025-08-01'));
    expect(found.at(-1)).toEqual({ end: '2025-06-30', value: 6, filed: '2025-09-01' });
  });
});

describe('quarters that end on one day', () => {
  const ofTheYear = [fact('2025-03-31', 5, '2025-05-01'), fact('2025-06-30', 12, '2025-08-01')];

  it.each([
    ['the quarter by itself, filed later', '2025-08-02', 8],
    ['the difference within the year, filed later', '2025-07-31', 7],
  ])('count as %s', (_, filed, value) => {
    const found = quarters(fact('2025-06-30', 8, filed, '2025-04-01'), ...ofTheYear);
    expect(found.map((one) => [one.end, one.value])).toEqual([
      ['2025-03-31', 5],
      ['2025-06-30', value],
    ]);
  });
});

describe('the calendar quarter of a fiscal one', () => {
  it.each([
    ['2025-10-26', '2025-07-01'],
    ['2025-12-31', '2025-10-01'],
    ['2025-11-14', '2025-07-01'],
    ['2025-11-15', '2025-10-01'],
    ['2026-01-31', '2025-10-01'],
  ])('that ends on %s begins on %s', (end, begin) => {
    expect(calendarQuarter(end)).toBe(begin);
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

  it.each([
    ['240 days apart', '2025-12-10', true],
    ['239 days apart', '2025-12-09', false],
    ['300 days apart', '2026-02-08', true],
    ['301 days apart', '2026-02-09', false],
  ])('are in a row while their ends are %s: %s, %s', (_, last, isRow) => {
    const ends = ['2025-04-14', '2025-07-10', '2025-10-05'];
    const facts = [...ends, last].map((end) => {
      // Each filed of the quarter itself, of 85 days.
      const start = new Date(Date.parse(end) - 85 * 86_400_000).toISOString().slice(0, 10);
      return fact(end, 1, '2026-03-01', start);
    });
    expect(lastFourQuarters(filed(...facts), '2026-12-31') !== null).toBe(isRow);
    expect(lastFourQuarters(filed(...facts.slice(1)), '2026-12-31')).toBeNull();
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

  it('is the newest by its end, whatever the order, and never of nothing', () => {
    const facts = [
      fact('2025-09-30', 300, '2025-11-01', '2025-07-01'),
      fact('2025-06-30', 100, '2025-08-01', '2025-04-01'),
      fact('2025-12-31', 0, '2026-02-01', '2025-10-01'),
    ];
    expect(newestOwnQuarter(filed(...facts), '2026-03-01')).toMatchObject({ end: '2025-09-30', value: 300 });
  });

  it('is none where only a year was filed', () => {
    expect(
      newestOwnQuarter(filed(fact('2025-12-31', 500, '2026-02-01', '2025-01-01')), '2026-03-01'),
    ).toBeUndefined();
  });
});
