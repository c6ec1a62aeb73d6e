import { describe, expect, it } from 'vitest';
import { dayNumber } from '../../../lambda/calendar/civil.ts';
import type { ScheduledEvent } from '../../../lambda/calendar/events.ts';
import { tna } from '../../../lambda/editions/tna.ts';
import { axisOf } from '../../../lambda/series/axis.ts';
import { isAsOf, knownOf } from '../../../lambda/series/known.ts';
import { knownPath } from '../../../lambda/series/known-path.ts';
import { newestKnownPeriod, unknownFrom } from '../../../lambda/series/newest-known.ts';
import type { Observations } from '../../../lambda/series/observations.ts';
import type { PublicationRule } from '../../../lambda/series/publication.ts';
import { isStale } from '../../../lambda/series/staleness.ts';

const of = (series: string): PublicationRule => tna.macro.find((spec) => spec.series === series)!;

describe('the newest period known on a session', () => {
  it.each<[string, string, string]>([
    // Daily: one business day later, so Friday's value on Monday.
    ['DGS2', '2025-12-31', '2025-12-30'],
    ['DGS2', '2025-12-29', '2025-12-28'],
    ['DGS2', '2025-12-27', '2025-12-25'],
    // On the day after a federal holiday the day before it is known.
    ['DGS2', '2025-10-13', '2025-10-09'],
    ['DGS2', '2025-10-14', '2025-10-13'],
    // Claims of the week to Saturday: on Thursday, on Friday when that is a holiday.
    ['ICSA', '2025-12-31', '2025-12-20'],
    ['ICSA', '2026-01-01', '2025-12-20'],
    ['ICSA', '2026-01-02', '2025-12-27'],
    ['NFCI', '2025-05-28', '2025-05-16'],
    ['NFCI', '2025-05-29', '2025-05-23'],
    // Consumer prices and jobs: by the table, late in the lapse of 2025.
    ['CPIAUCSL', '2015-03-23', '2015-01-01'],
    ['CPIAUCSL', '2015-03-24', '2015-02-01'],
    ['CPIAUCSL', '2025-10-23', '2025-08-01'],
    ['CPIAUCSL', '2025-10-24', '2025-09-01'],
    ['UNRATE', '2025-01-08', '2024-11-01'],
    ['UNRATE', '2025-01-10', '2024-12-01'],
    ['UNRATE', '2013-10-21', '2013-08-01'],
    ['UNRATE', '2013-10-22', '2013-09-01'],
    ['UNRATE', '2025-11-14', '2025-08-01'],
    ['PAYEMS', '2025-12-15', '2025-09-01'],
    ['PAYEMS', '2025-12-16', '2025-11-01'],
    // Before and after the table: days after the month's last.
    ['CPIAUCSL', '2005-02-23', '2004-12-01'],
    ['CPIAUCSL', '2005-02-24', '2005-01-01'],
    ['UNRATE', '2027-02-09', '2026-12-01'],
    ['UNRATE', '2027-02-10', '2027-01-01'],
    ['PCEPI', '2024-04-01', '2024-02-01'],
    ['PCEPI', '2025-03-31', '2025-01-01'],
    ['PCEPI', '2025-04-01', '2025-02-01'],
    ['PCEPI', '2026-01-21', '2025-09-01'],
    ['PCEPI', '2026-01-22', '2025-11-01'],
    ['JTSJOL', '2025-03-17', '2024-12-01'],
    ['JTSJOL', '2025-03-18', '2025-01-01'],
    ['UMCSENT', '2026-01-27', '2025-11-01'],
    ['UMCSENT', '2026-01-28', '2025-12-01'],
    ['GDPC1', '2025-07-30', '2025-01-01'],
    ['GDPC1', '2025-07-31', '2025-04-01'],
    ['GDPC1', '2025-12-22', '2025-04-01'],
    ['GDPC1', '2025-12-23', '2025-07-01'],
    // Surveys: in their own month.
    ['GACDISA066MSFRBNY', '2025-06-17', '2025-05-01'],
    ['GACDISA066MSFRBNY', '2025-06-18', '2025-06-01'],
    ['GACDFSA066MSFRBPHI', '2025-06-20', '2025-05-01'],
    ['GACDFSA066MSFRBPHI', '2025-06-21', '2025-06-01'],
    ['BACTSAMFRBDAL', '2025-06-30', '2025-06-01'],
    // The target: the day itself, and on a day of decision the next one.
    ['DFEDTARU', '2025-12-09', '2025-12-09'],
    ['DFEDTARU', '2025-12-10', '2025-12-11'],
    ['DFEDTARU', '2025-12-11', '2025-12-11'],
    // The cut of a Sunday, no scheduled decision.
    ['DFEDTARU', '2020-03-16', '2020-03-16'],
  ])('%s on %s is %s', (series, session, expected) => {
    expect(newestKnownPeriod(session, of(series))).toBe(expected);
    expect(unknownFrom(session, of(series)) > expected).toBe(true);
  });
});

const monthly: PublicationRule = { series: 'X', frequency: 'monthly', lag: { kind: 'days', days: 10 } };
const observations: Observations = {
  id: 'X',
  dates: ['2025-01-01', '2025-02-01', '2025-03-01', '2025-04-01'],
  values: Float64Array.of(1, 2, Number.NaN, 4),
};
const newest = ({ dates, values, length }: ReturnType<ReturnType<typeof knownOf>>) =>
  length === 0 ? null : [dates[length - 1], values[length - 1]];

describe('what was known', () => {
  it('of a download that became known on one day, its newest value from that day on', () => {
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

  it('is the same answer while nothing new becomes known', () => {
    expect(known('2025-03-06')).toBe(known('2025-03-05'));
    expect(known('2025-03-20')).not.toBe(known('2025-03-05'));
  });

  it('has periods in their order where a vintage brings an earlier one', () => {
    const backwards = {
      from: ['2025-03-05', '2025-03-05', '2025-04-20'],
      dates: ['2025-02-01', '2025-03-01', '2025-01-01'],
      values: Float64Array.of(2, 3, 1),
    };
    const { dates, values } = knownOf({ ...observations, vintages: backwards }, monthly)('2025-04-20');
    expect(dates).toEqual(['2025-01-01', '2025-02-01', '2025-03-01']);
    expect([...values]).toEqual([1, 2, 3]);
  });

  it('is that of the day from the first vintage on, and otherwise that of today', () => {
    expect(isAsOf(revised, monthly, '2025-02-19')).toBe(false);
    expect(isAsOf(revised, monthly, '2025-02-20')).toBe(true);
    expect(isAsOf(observations, monthly, '2025-02-20')).toBe(false);
    const announced = of('DFEDTARU');
    expect(isAsOf(observations, announced, '2025-01-02')).toBe(true);
  });

  it('goes by the lag table where there are vintages of nothing', () => {
    const none = { ...observations, vintages: { from: [], dates: [], values: new Float64Array() } };
    expect(newest(knownOf(none, monthly)('2025-05-10'))).toEqual(['2025-04-01', 4]);
    expect(isAsOf(none, monthly, '2025-05-10')).toBe(false);
  });

  it('before the first vintage, by the lag table', () => {
    expect(newest(known('2025-02-19'))).toEqual(['2025-01-01', 1]);
  });

  it('session by session, as one path', () => {
    const axis = axisOf('2025-01-02', '2025-06-30');
    const { sessions } = axis;
    for (const series of [observations, revised]) {
      const periods = sessions.map((session) => {
        const period = newest(knownOf(series, monthly)(session))?.[0] as string | undefined;
        return period === undefined ? Number.NaN : dayNumber(period);
      });
      const answers = sessions.map((session) => newest(knownOf(series, monthly)(session))?.[1] ?? Number.NaN);
      const path = knownPath(series, monthly, axis);
      expect([...path.values]).toEqual(answers);
      expect([...path.periods]).toEqual(periods);
    }
  });
});

describe('staleness', () => {
  it('allows three days beyond the day of publication', () => {
    expect(isStale('2025-06-01', '2025-08-15', of('CPIAUCSL'))).toBe(true);
    expect(isStale('2025-06-01', '2025-08-14', of('CPIAUCSL'))).toBe(false);
    expect(isStale('2025-12-19', '2026-01-03', of('NFCI'))).toBe(false);
    expect(isStale('2025-12-19', '2026-01-04', of('NFCI'))).toBe(true);
  });

  it('waits for what a lapse put off, and names the month that it left out', () => {
    expect(isStale('2025-08-01', '2025-11-22', of('UNRATE'))).toBe(false);
    expect(isStale('2025-08-01', '2025-11-23', of('UNRATE'))).toBe(true);
    expect(isStale('2025-09-01', '2025-12-08', of('CPIAUCSL'))).toBe(true);
  });

  it('is none of what the publisher’s calendar still has ahead', () => {
    const release = (name: string, date: string): ScheduledEvent => ({
      ...{ name, date, when: '08:30', kind: 'release', standing: 'published', source: 'FRED', major: true },
    });
    const session = '2027-02-16';
    const late = (...ahead: ScheduledEvent[]) => isStale('2026-12-01', session, of('UNRATE'), ahead);
    expect(late()).toBe(true);
    expect(late(release('Employment situation', '2027-02-19'))).toBe(false);
    expect(late(release('Employment situation', '2027-02-28'))).toBe(false);
    // That is February's, which says nothing of January's.
    expect(late(release('Employment situation', '2027-03-05'))).toBe(true);
    expect(late(release('Employment situation', session))).toBe(true);
    expect(late(release('Consumer price index', '2027-02-19'))).toBe(true);
    expect(
      isStale('2026-11-01', session, of('UNRATE'), [release('Employment situation', '2027-02-19')]),
    ).toBe(true);
  });

  it('lets a daily series rest over a weekend with a holiday, but not for a week', () => {
    expect(isStale('2025-12-24', '2025-12-29', of('DGS2'))).toBe(false);
    expect(isStale('2025-12-23', '2025-12-31', of('DGS2'))).toBe(true);
  });
});

describe('a source that stamps days ahead', () => {
  const ahead: Observations = {
    id: 'X',
    dates: ['2025-12-09', '2025-12-10', '2025-12-11'],
    values: Float64Array.of(1, 2, 3),
    vintages: {
      from: ['2025-12-09', '2025-12-09', '2025-12-09'],
      dates: ['2025-12-09', '2025-12-10', '2025-12-11'],
      values: Float64Array.of(1, 2, 3),
    },
  };

  it('lets nothing in before its day', () => {
    const known = knownOf(ahead, of('DGS2'));
    expect(newest(known('2025-12-09'))).toEqual(['2025-12-09', 1]);
    expect(newest(known('2025-12-11'))).toEqual(['2025-12-11', 3]);
  });

  it('but the target of the day after on an evening of decision', () => {
    const known = knownOf(ahead, of('DFEDTARU'));
    expect(newest(known('2025-12-09'))).toEqual(['2025-12-09', 1]);
    expect(newest(known('2025-12-10'))).toEqual(['2025-12-11', 3]);
  });
});
