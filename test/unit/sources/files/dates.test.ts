import { describe, expect, it } from 'vitest';
import { inputErrorOf, readBars } from '../../../support/folder-files.ts';

const file = (...dates: string[]) =>
  `Date,Close\n${dates.map((date, i) => `"${date}",${10 + (i % 3) / 100}\n`).join('')}`;
const sessionsOf = (...dates: string[]) => readBars(file(...dates)).bars.sessions;
const refused = (...dates: string[]) => inputErrorOf(() => readBars(file(...dates))).message;

describe('days and months', () => {
  it('are distinguished by a number over 12 anywhere in the file', () => {
    expect(sessionsOf('3/4/2026', '3/5/2026', '3/13/2026')).toEqual([
      '2026-03-04',
      '2026-03-05',
      '2026-03-13',
    ]);
    expect(sessionsOf('4/3/2026', '5/3/2026', '13/3/2026')).toEqual([
      '2026-03-04',
      '2026-03-05',
      '2026-03-13',
    ]);
  });

  it('are distinguished by the days on which the exchange was closed', () => {
    // As months first, 1 July 2026 is a Wednesday and 7 January one too; 2 August is a Sunday, 8 February as well.
    expect(sessionsOf('6/5/2026', '7/5/2026', '8/5/2026')).toEqual([
      '2026-05-06',
      '2026-05-07',
      '2026-05-08',
    ]);
    // 6 July and 7 June: only the first is a session.
    expect(sessionsOf('7/6/2026')).toEqual(['2026-07-06']);
  });

  it('are refused where both orders make sessions', () => {
    expect(refused('2/3/2026', '2/4/2026')).toBe(
      'market/IWM.csv, row 2, field Date: "2/3/2026" may have the day or the month first, and no row of the file decides it',
    );
  });

  it('are refused where two rows contradict each other', () => {
    expect(refused('3/13/2026', '13/4/2026')).toMatch(
      /"13\/4\/2026" has the day first and "3\/13\/2026" the month/,
    );
    expect(refused('13/13/2026')).toMatch(/"13\/13\/2026" is not a date/);
  });

  it('with points between them have the day first', () => {
    expect(sessionsOf('02.03.2026', '03.03.2026')).toEqual(['2026-03-02', '2026-03-03']);
  });
});

describe('a date', () => {
  it.each([
    ['2026-03-04 05:00:00+00:00', 'midnight of New York in UTC, in winter'],
    ['2026/03/04', 'with slashes, the year first'],
    ['Mar 4, 2026', 'as on Yahoo’s pages'],
    ['Wed, March 4, 2026', 'with its weekday'],
    ['4-Mar-26', 'as Excel shows it'],
    ['20260304', 'without marks'],
    ['2026-03-04T21:00:00Z', 'as the instant of the close'],
    ['2026-03-04 16:00:00', 'as the time of the close in New York'],
    ['1772634600', 'in seconds, at the opening'],
    ['1772582400000', 'in milliseconds, at midnight UTC'],
  ])('%s is read: %s', (date) => {
    expect(sessionsOf(date)).toEqual(['2026-03-04']);
  });

  it('at midnight of New York in UTC is the day of summer time too', () => {
    expect(sessionsOf('2026-09-24 04:00:00+00:00', '2026-09-25 04:00:00+00:00')).toEqual([
      '2026-09-24',
      '2026-09-25',
    ]);
  });

  it('of the newest row that is a time within the day is a live price, named and left out', () => {
    const { bars, irregularities } = readBars(
      file('2026-09-23 00:00:00-04:00', '2026-09-24 00:00:00-04:00', '2026-09-25 15:41:07-04:00'),
    );
    expect(bars.sessions).toEqual(['2026-09-23', '2026-09-24']);
    expect(irregularities).toEqual([
      {
        code: 'refused-bar',
        what: 'market/IWM.csv has a live price stamped 2026-09-25 15:41:07-04:00, which is no close, and it was left out',
        sessions: ['2026-09-25'],
      },
    ]);
  });

  it('within the day of an older row is refused: the file holds no daily bars', () => {
    expect(refused('2026-09-24 15:30:00-04:00', '2026-09-25 15:41:07-04:00', '2026-09-28')).toMatch(
      /row 2, field Date: "2026-09-24 15:30:00-04:00" is a time within a day, not the date of a daily bar/,
    );
  });
});
