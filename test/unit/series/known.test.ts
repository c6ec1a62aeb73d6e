import { describe, expect, it } from 'vitest';
import { tna } from '../../../lambda/editions/tna.ts';
import { knownOf } from '../../../lambda/series/known.ts';
import { knownPath } from '../../../lambda/series/known-path.ts';
import { newestKnownPeriod, type Publication, unknownFrom } from '../../../lambda/series/newest-known.ts';
import type { Observations } from '../../../lambda/series/observations.ts';
import { isStale } from '../../../lambda/series/staleness.ts';
import { weekdays } from '../../support/made-up-market.ts';

const of = (series: string): Publication => tna.macro.find((spec) => spec.series === series)!;

describe('the newest period known on a session', () => {
  it.each<[string, string, string]>([
    // Daily: one Monday-to-Friday day later, so Friday's value on Monday, and Sunday's target rate too.
    ['DGS2', '2025-12-31', '2025-12-30'],
    ['DGS2', '2025-12-29', '2025-12-28'],
    ['DGS2', '2025-12-27', '2025-12-25'],
    ['ICSA', '2025-12-31', '2025-12-26'],
    ['ICSA', '2026-01-01', '2025-12-27'],
    ['NFCI', '2025-12-31', '2025-12-26'],
    // Monthly: days after the month's last.
    ['CPIAUCSL', '2025-11-14', '2025-09-01'],
    ['CPIAUCSL', '2025-11-15', '2025-10-01'],
    ['UNRATE', '2025-12-08', '2025-11-01'],
    ['UNRATE', '2025-12-07', '2025-10-01'],
    ['PCEPI', '2025-03-29', '2025-01-01'],
    ['PCEPI', '2025-03-30', '2025-02-01'],
    ['PCEPI', '2024-03-30', '2024-02-01'],
    ['JTSJOL', '2025-03-07', '2024-12-01'],
    ['JTSJOL', '2025-03-08', '2025-01-01'],
    ['UMCSENT', '2025-12-30', '2025-11-01'],
    ['UMCSENT', '2025-12-31', '2025-12-01'],
    ['GDPC1', '2025-10-29', '2025-04-01'],
    ['GDPC1', '2025-10-30', '2025-07-01'],
    ['GDPC1', '2026-01-29', '2025-07-01'],
    ['GDPC1', '2026-01-30', '2025-10-01'],
  ])('%s on %s is %s', (series, session, expected) => {
    expect(newestKnownPeriod(session, of(series))).toBe(expected);
    expect(unknownFrom(session, of(series)) > expected).toBe(true);
  });
});

const monthly: Publication = { frequency: 'monthly', lag: { kind: 'days', days: 10 } };
const observations: Observations = {
  id: 'X',
  dates: ['2025-01-01', '2025-02-01', '2025-03-01', '2025-04-01'],
  values: Float64Array.of(1, 2, Number.NaN, 4),
};
const newest = ({ dates, values, length }: ReturnType<ReturnType<typeof knownOf>>) =>
  length === 0 ? null : [dates[length - 1], values[length - 1]];

describe('what was known', () => {
  it('of a whole download that became known on one day, its newest value, on that very day and later', () => {
    const download: Observations = {
      ...observations,
      vintages: {
        from: observations.dates.map(() => '2025-05-02'),
        dates: observations.dates,
        values: observations.values,
      },
    };
    const known = knownOf(download, monthly);
    expect(newest(known('2025-05-02'))).toEqual(['2025-04-01', 4]);
    expect(known('2025-05-02').length).toBe(3);
    expect(newest(known('2025-05-09'))).toEqual(['2025-04-01', 4]);
    expect(newest(known('2025-05-01'))).toEqual(['2025-02-01', 2]);
  });

  it('by the lag table, leaving out a period that has no value', () => {
    const known = knownOf(observations, monthly);
    expect(newest(known('2025-02-09'))).toBeNull();
    expect(newest(known('2025-02-10'))).toEqual(['2025-01-01', 1]);
    expect(newest(known('2025-04-30'))).toEqual(['2025-02-01', 2]);
    expect(newest(known('2025-05-10'))).toEqual(['2025-04-01', 4]);
  });

  const vintages = {
    from: ['2025-02-20', '2025-03-05', '2025-03-20', '2025-04-02', '2025-04-20'],
    dates: ['2025-01-01', '2025-02-01', '2025-01-01', '2025-02-01', '2025-02-01'],
    values: Float64Array.of(1.1, 2.1, 1.2, Number.NaN, 2.2),
  };
  const revised = { ...observations, vintages };
  const known = knownOf(revised, monthly);

  it('by the vintage of the day: revised, withdrawn, given again', () => {
    expect(newest(known('2025-02-20'))).toEqual(['2025-01-01', 1.1]);
    expect(newest(known('2025-03-05'))).toEqual(['2025-02-01', 2.1]);
    expect([...known('2025-03-20').values]).toEqual([1.2, 2.1]);
    expect(newest(known('2025-04-10'))).toEqual(['2025-01-01', 1.2]);
    expect(newest(known('2025-06-01'))).toEqual(['2025-02-01', 2.2]);
  });

  it('before the first vintage, by the lag table', () => {
    expect(newest(known('2025-02-19'))).toEqual(['2025-01-01', 1]);
  });

  it('session by session, as one path', () => {
    const sessions = weekdays('2025-01-02', 120);
    for (const series of [observations, revised]) {
      const answers = sessions.map((session) => newest(knownOf(series, monthly)(session))?.[1] ?? Number.NaN);
      expect([...knownPath(series, monthly, sessions)]).toEqual(answers);
    }
  });
});

describe('staleness', () => {
  it('allows three days beyond the lag table', () => {
    expect(isStale('2025-09-01', '2025-11-17', of('CPIAUCSL'))).toBe(false);
    expect(isStale('2025-09-01', '2025-11-18', of('CPIAUCSL'))).toBe(true);
    expect(isStale('2025-12-19', '2026-01-02', of('NFCI'))).toBe(false);
    expect(isStale('2025-12-19', '2026-01-05', of('NFCI'))).toBe(true);
  });

  it('lets a daily series rest over a weekend with a holiday, but not for a week', () => {
    expect(isStale('2025-12-24', '2025-12-29', of('DGS2'))).toBe(false);
    expect(isStale('2025-12-23', '2025-12-31', of('DGS2'))).toBe(true);
  });
});
