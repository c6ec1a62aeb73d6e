import { describe, expect, it } from 'vitest';
import { parseFredgraph } from '../../../../../lambda/sources/providers/fredgraph/parse.ts';

const csv = (...lines: readonly string[]) => Buffer.from(`${lines.join('\n')}\n`);
const read = (bytes: Uint8Array, series: string) => {
  const { observations } = parseFredgraph(bytes, { series, fetchedAt: '2025-12-31T22:00:00Z' });
  return observations.dates.map((date, i) => [date, observations.values[i]] as const);
};

describe('a download of several series', () => {
  const together = csv(
    'observation_date,DGS2,DFF,T5YIE',
    '2025-11-27,,3.88,',
    '2025-11-28,3.47,3.88,',
    '2025-11-29,,3.88,',
    '2025-11-30,,3.88,',
    '2025-12-01,3.54,3.89,2.30',
    '2025-12-02,3.51,3.89,',
    '2025-12-03,3.49,3.89,2.31',
    '2025-12-04,,3.89,',
  );

  it('reads as each of them alone', () => {
    expect(read(together, 'DGS2')).toEqual(
      read(
        csv(
          'observation_date,DGS2',
          '2025-11-28,3.47',
          '2025-12-01,3.54',
          '2025-12-02,3.51',
          '2025-12-03,3.49',
        ),
        'DGS2',
      ),
    );
    expect(read(together, 'DFF')).toHaveLength(8);
  });

  it('has no row for a day that only the others have', () => {
    expect(read(together, 'T5YIE')).toEqual([
      ['2025-12-01', 2.3],
      ['2025-12-03', 2.31],
    ]);
  });

  it('keeps a month between others that was not published', () => {
    const months = csv(
      'observation_date,CPIAUCSL,UMCSENT',
      '2025-08-01,,58.2',
      '2025-09-01,324.368,55.1',
      '2025-10-01,,53.6',
      '2025-11-01,325.031,51.0',
      '2025-12-01,,52.9',
    );
    expect(read(months, 'CPIAUCSL')).toEqual([
      ['2025-09-01', 324.368],
      ['2025-10-01', Number.NaN],
      ['2025-11-01', 325.031],
    ]);
  });

  it('does not hold a series that is not among them', () => {
    expect(() => read(together, 'DGS30')).toThrow('asked for DGS30, answered with DGS2, DFF, T5YIE');
  });
});
