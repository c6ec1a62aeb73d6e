import { describe, expect, it } from 'vitest';
import { addDays } from '../../../lambda/calendar/civil.ts';
import { tna } from '../../../lambda/editions/tna.ts';
import { knownSince } from '../../../lambda/series/known-since.ts';
import { newestKnownPeriod } from '../../../lambda/series/newest-known.ts';
import type { Observations } from '../../../lambda/series/observations.ts';
import fc from '../../support/fast-check.ts';

const spec = (series: string) => tna.macro.find((each) => each.series === series)!;
const plain = (id: string, date: string): Observations => ({ id, dates: [date], values: Float64Array.of(1) });

describe('the day from which a reading counts as known', () => {
  it.each([
    ['CPIAUCSL', '2025-11-01', '2025-12-15'],
    ['UNRATE', '2025-11-01', '2025-12-08'],
    ['GDPC1', '2025-07-01', '2025-10-30'],
    ['ICSA', '2025-12-20', '2025-12-25'],
    ['UMCSENT', '2025-12-01', '2025-12-31'],
    ['DGS2', '2025-12-30', '2025-12-31'],
    // a Friday's rate is known on Monday
    ['DGS2', '2025-12-26', '2025-12-29'],
  ])('is, for %s of %s, %s by the lag table', (series, period, day) => {
    expect(knownSince(plain(series, period), spec(series), period)).toBe(day);
  });

  it('is the first day on which the lag table admits the period', () => {
    const days = fc.integer({ min: 0, max: 9_000 }).map((n) => addDays('2001-01-01', n));
    fc.assert(
      fc.property(fc.constantFrom(...tna.macro), days, (each, session) => {
        const period = newestKnownPeriod(session, each);
        const since = knownSince(plain(each.series, period), each, period);
        expect(since <= session).toBe(true);
        expect(newestKnownPeriod(since, each) >= period).toBe(true);
        expect(newestKnownPeriod(addDays(since, -1), each) < period).toBe(true);
      }),
    );
  });

  it('is the first vintage of the period where the source keeps vintages, revisions aside', () => {
    const revised: Observations = {
      ...plain('PAYEMS', '2025-11-01'),
      vintages: {
        from: ['2025-11-20', '2025-12-16', '2026-01-09'],
        dates: ['2025-09-01', '2025-11-01', '2025-11-01'],
        values: Float64Array.of(1, 2, 3),
      },
    };
    expect(knownSince(revised, spec('PAYEMS'), '2025-11-01')).toBe('2025-12-16');
    // What the very first vintage holds may have been known long before it.
    expect(knownSince(revised, spec('PAYEMS'), '2025-09-01')).toBe('2025-10-08');
  });
});
