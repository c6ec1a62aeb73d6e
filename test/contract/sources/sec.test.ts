import { describe, expect, it } from 'vitest';
import { quartersOf } from '../../../lambda/series/filings.ts';
import { parseIsharesValuation } from '../../../lambda/sources/providers/ishares/valuation.parse.ts';
import { conceptParser, concepts } from '../../../lambda/sources/providers/sec/parse.ts';
import { parseSubmissions } from '../../../lambda/sources/providers/sec/submissions.parse.ts';

const fact = (start: string, end: string, val: number, filed: string) => ({
  start,
  end,
  val,
  filed,
  accn: filed,
});
const concept = (facts: unknown[], cik = 789019) =>
  Buffer.from(
    JSON.stringify({ cik, taxonomy: 'us-gaap', tag: concepts.filings.tags[0], units: { USD: facts } }),
  );

/** What a body says by a day. */
const quartersIn = (body: Uint8Array, known: string) =>
  quartersOf(
    conceptParser('filings')(body, { series: 'MSFT', fetchedAt: '2026-12-31T12:00:00Z' }).filings,
    known,
  );

/** A fiscal year from July to June, each filing for the year to date: 10, 12, 13 and 15 in its quarters. */
const year = [
  fact('2024-07-01', '2024-09-30', 10, '2024-10-30'),
  fact('2024-07-01', '2024-12-31', 22, '2025-01-29'),
  fact('2024-07-01', '2025-03-31', 35, '2025-04-30'),
  fact('2024-07-01', '2025-06-30', 50, '2025-07-30'),
];

/** A list of filings, each 8-K with the items of a report of results. */
const listOf = (...accepted: readonly string[]) =>
  Buffer.from(
    JSON.stringify({
      cik: '0000320193',
      filings: {
        recent: {
          form: [...accepted.map(() => '8-K'), '8-K', '8-K/A', '10-Q'],
          filingDate: [...accepted, '', '', ''].map(() => '2025-10-30'),
          acceptanceDateTime: [...accepted, ...Array(3).fill('2025-09-01T20:30:00.000Z')],
          items: [...accepted.map(() => '2.02,9.01'), '5.02', '2.02', ''],
        },
      },
    }),
  );
const sessionsOf = (...accepted: readonly string[]) =>
  parseSubmissions(listOf(...accepted), { series: 'AAPL', fetchedAt: '2025-12-31T12:00:00Z' });

describe('a report of results', () => {
  it.each([
    ['after the close, in UTC', '2025-10-30T20:30:35.000Z', '2025-10-31'],
    ['after the close, by New York’s clock with a Z', '2025-10-30T16:30:35.000Z', '2025-10-31'],
    ['late in the evening, in UTC', '2025-10-31T00:30:00.000Z', '2025-10-31'],
    ['on a Friday after the close', '2025-10-31T20:05:00.000Z', '2025-11-03'],
    ['before the open by a clock that can only be New York’s', '2025-04-30T07:30:32.000Z', '2025-04-30'],
    ['before the open on a day without a session', '2025-11-01T07:30:32.000Z', '2025-11-03'],
  ])('%s is first traded on the session after it', (_, accepted, session) => {
    const { results, complaints } = sessionsOf(accepted);
    expect(results).toEqual({ symbol: 'AAPL', company: 320_193, sessions: [session] });
    expect(complaints).toEqual([]);
  });

  it('whose time can be read in two ways that matter is left out and counted', () => {
    // 07:30 in New York as UTC, 11:30 as New York's own clock.
    const { results, complaints } = sessionsOf('2025-10-30T11:30:00.000Z', '2025-07-31T20:30:00.000Z');
    expect(results.sessions).toEqual(['2025-08-01']);
    expect(complaints.join()).toContain('left out: 1');
  });

  it('without a time is refused', () => {
    expect(() => sessionsOf('2025-10-30')).toThrow(/is no time/);
  });
});

describe('a fund’s ratios', () => {
  const page = (priceEarnings: unknown, priceBook: unknown = { value: 1.94, asOfDate: 20251230 }) =>
    Buffer.from(
      JSON.stringify({
        componentsByNameMap: {
          fundamentalsAndRisk: {
            containersByNameMap: { default: { dataPointsByNameMap: { priceEarnings, priceBook } } },
          },
        },
      }),
    );
  const read = (bytes: Uint8Array) =>
    parseIsharesValuation(bytes, { series: 'IWM', fetchedAt: '2025-12-31T12:00:00Z' }).valuation;

  it('are read with the day of their price over earnings', () => {
    const expected = { fund: 'IWM', asOf: '2025-12-30', priceEarnings: 18.21, priceBook: 1.94 };
    expect(read(page({ value: 18.21, asOfDate: 20251230 }))).toEqual(expected);
    expect(read(page({ value: '18.21', asOfDate: '20251230' }))).toEqual(expected);
  });

  it('have no price over book value where the page has none', () => {
    expect(read(page({ value: 18.21, asOfDate: 20251230 }, {})).priceBook).toBeNull();
  });

  it.each([
    ['nothing', {}, /no price over earnings/],
    ['a dash', { value: '-', asOfDate: 20251230 }, /no price over earnings/],
    ['a percentage', { value: '5.2 %', asOfDate: 20251230 }, /no ratio of a fund/],
    ['2.9', { value: 2.9, asOfDate: 20251230 }, /no ratio of a fund/],
    ['151', { value: 151, asOfDate: 20251230 }, /no ratio of a fund/],
    ['no day', { value: 18.2 }, /no date/],
  ])('are refused with %s in the place of price over earnings', (_, point, error) => {
    expect(() => read(page(point))).toThrow(error);
  });
});

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
    const { filings, complaints } = conceptParser('filings')(body, {
      series: 'MSFT',
      fetchedAt: '2026-12-31T12:00:00Z',
    });
    expect(filings.facts).toHaveLength(year.length);
    expect(complaints.join()).toContain('left out: 1');
  });

  it('under another concept are refused', () => {
    const other = Buffer.from(JSON.stringify({ cik: 1, tag: 'Revenues', units: { USD: year } }));
    expect(() => quartersIn(other, '2026-01-01')).toThrow(/answered with Revenues/);
  });
});
