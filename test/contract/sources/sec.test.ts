import { describe, expect, it } from 'vitest';
import { quartersOf } from '../../../lambda/series/filings.ts';
import { capitalExpenditure, parseConcept } from '../../../lambda/sources/providers/sec/parse.ts';

const fact = (start: string, end: string, val: number, filed: string) => ({
  start,
  end,
  val,
  filed,
  accn: filed,
});
const concept = (facts: unknown[], cik = 789019) =>
  Buffer.from(
    JSON.stringify({ cik, taxonomy: 'us-gaap', tag: capitalExpenditure[0], units: { USD: facts } }),
  );

/** What a body says by a day. */
const quartersIn = (body: Uint8Array, known: string) =>
  quartersOf(parseConcept(body, { series: 'MSFT', fetchedAt: '2026-12-31T12:00:00Z' }).filings, known);

/** A fiscal year from July to June, each filing for the year to date: 10, 12, 13 and 15 in its quarters. */
const year = [
  fact('2024-07-01', '2024-09-30', 10, '2024-10-30'),
  fact('2024-07-01', '2024-12-31', 22, '2025-01-29'),
  fact('2024-07-01', '2025-03-31', 35, '2025-04-30'),
  fact('2024-07-01', '2025-06-30', 50, '2025-07-30'),
];

describe('year-to-date filings', () => {
  it('become quarters by difference', () => {
    expect(quartersIn(concept(year), '2026-01-01').map(({ end, value }) => [end, value])).toEqual([
      ['2024-09-30', 10],
      ['2024-12-31', 12],
      ['2025-03-31', 13],
      ['2025-06-30', 15],
    ]);
  });

  it('say nothing of what was filed after the day asked about', () => {
    const known = quartersIn(concept(year), '2025-04-29');
    expect(known.at(-1)).toEqual({ end: '2024-12-31', value: 12, filed: '2025-01-29' });
  });

  it('count as amended last, in both quarters that the amended one touches', () => {
    const amended = [...year, fact('2024-07-01', '2024-12-31', 20, '2025-05-15')];
    const quarters = quartersIn(concept(amended), '2026-01-01');
    expect(quarters.map(({ value }) => value)).toEqual([10, 10, 15, 15]);
    expect(quarters[2]?.filed).toBe('2025-05-15');
  });

  it('leave a quarter out whose predecessor was never filed', () => {
    const gap = year.filter((_, i) => i !== 1);
    expect(quartersIn(concept(gap), '2026-01-01').map(({ end }) => end)).toEqual([
      '2024-09-30',
      '2025-06-30',
    ]);
  });

  it('that contradict each other say nothing of the quarter between them', () => {
    const shrunk = [...year.slice(0, 1), fact('2024-07-01', '2024-12-31', 9, '2025-01-29')];
    expect(quartersIn(concept(shrunk), '2026-01-01').map(({ end }) => end)).toEqual(['2024-09-30']);
  });

  it('made before their period was over are left out and named', () => {
    const body = concept([...year, fact('2025-07-01', '2025-09-30', 99, '2025-09-01')]);
    const { filings, complaints } = parseConcept(body, { series: 'MSFT', fetchedAt: '2026-12-31T12:00:00Z' });
    expect(filings.facts).toHaveLength(year.length);
    expect(complaints.join()).toContain('left out: 1');
  });

  it('under another concept are refused', () => {
    const other = Buffer.from(JSON.stringify({ cik: 1, tag: 'Revenues', units: { USD: year } }));
    expect(() => quartersIn(other, '2026-01-01')).toThrow(/answered with Revenues/);
  });
});
