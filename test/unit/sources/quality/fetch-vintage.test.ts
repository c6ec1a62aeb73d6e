import { expect, it } from 'vitest';
import { withFetchVintage } from '../../../../lambda/sources/quality/fetch-vintage.ts';

const dates = ['2025-10-01', '2025-11-01'];
const values = Float64Array.of(4.4, 4.6);
const series = { id: 'UNRATE', dates, values };

it('a series is known from its fetch on with every value that it had then', () => {
  expect(withFetchVintage(series, '2025-12-31')).toEqual({
    ...series,
    vintages: { from: ['2025-12-31', '2025-12-31'], dates, values },
  });
});

it('a fetch that proves nothing, or a publisher’s own vintages, leave a series as it is', () => {
  expect(withFetchVintage(series, undefined)).toBe(series);
  const dated = { ...series, vintages: { from: ['2025-12-16'], dates: ['2025-11-01'], values } };
  expect(withFetchVintage(dated, '2025-12-31')).toBe(dated);
});
