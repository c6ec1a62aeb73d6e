import { describe, expect, it } from 'vitest';
import { addDays } from '../../../lambda/calendar/civil.ts';
import { tna } from '../../../lambda/editions/tna.ts';
import { knownSince } from '../../../lambda/series/known-since.ts';
import { newestKnownPeriod } from '../../../lambda/series/newest-known.ts';
import type { Observations } from '../../../lambda/series/observations.ts';
import { publicationDay } from '../../../lambda/series/publication.ts';
import fc from '../../support/fast-check.ts';

const spec = (series: string) => tna.macro.find((each) => each.series === series)!;
const plain = (id: string, date: string): Observations => ({ id, dates: [date], values: Float64Array.of(1) });
const late = '2026-12-31';

describe('the day from which a reading counts as known', () => {
  it.each([
    ['CPIAUCSL', '2025-11-01', '2025-12-18', 'published'],
    ['UNRATE', '2025-11-01', '2025-12-16', 'published'],
    ['GDPC1', '2025-07-01', '2025-12-23', 'published'],
    ['GDPC1', '2025-04-01', '2025-07-31', 'usual'],
    ['DGORDER', '2017-11-01', '2018-01-31', 'usual'],
    ['ICSA', '2025-12-20', '2025-12-26', 'usual'],
    ['UMCSENT', '2025-12-01', '2026-01-28', 'usual'],
    ['DGS2', '2025-12-30', '2025-12-31', 'usual'],
    // a Friday's rate is known on Monday, on Tuesday when that is a federal holiday
    ['DGS2', '2025-12-26', '2025-12-29', 'usual'],
    ['DGS2', '2025-10-10', '2025-10-14', 'usual'],
    ['DFEDTARU', '2025-12-11', '2025-12-10', 'published'],
    ['DFEDTARU', '2025-12-12', '2025-12-12', 'published'],
  ])('is, for %s of %s, %s, %s', (series, period, day, kind) => {
    expect(knownSince(plain(series, period), spec(series), period, late)).toEqual({ day, kind });
  });

  it('is the first day on which the calendar admits the period', () => {
    const days = fc.integer({ min: 0, max: 9_500 }).map((n) => addDays('2001-01-01', n));
    fc.assert(
      fc.property(fc.constantFrom(...tna.macro), days, (each, session) => {
        const period = newestKnownPeriod(session, each);
        const since = publicationDay(period, each).day;
        // On days without a value of their own, weekends and holidays, any of them may be asked for.
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
        from: ['2025-11-20', '2025-12-17', '2026-01-09'],
        dates: ['2025-08-01', '2025-11-01', '2025-11-01'],
        values: Float64Array.of(1, 2, 3),
      },
    };
    expect(knownSince(revised, spec('PAYEMS'), '2025-11-01', late)).toEqual({
      day: '2025-12-17',
      kind: 'published',
    });
    // What the very first vintage holds may have been known long before it.
    expect(knownSince(revised, spec('PAYEMS'), '2025-08-01', late).day).toBe('2025-09-05');
  });

  it('is never after the session, or after the fetch that held the reading', () => {
    const fetched: Observations = {
      ...plain('PCEPI', '2024-05-01'),
      vintages: { from: ['2024-06-28'], dates: ['2024-05-01'], values: Float64Array.of(1) },
    };
    expect(knownSince(fetched, spec('PCEPI'), '2024-05-01', '2024-06-28')).toEqual({
      day: '2024-06-28',
      kind: 'published',
    });
    expect(knownSince(fetched, spec('PCEPI'), '2024-05-01', '2024-08-01').day).toBe('2024-06-28');
    expect(knownSince(plain('PCEPI', '2024-05-01'), spec('PCEPI'), '2024-05-01', '2024-08-01')).toEqual({
      day: '2024-07-02',
      kind: 'usual',
    });
  });
});
