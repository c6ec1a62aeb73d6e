import { describe, expect, it } from 'vitest';
import { addDays, weekdayName } from '../../../lambda/calendar/civil.ts';
import { fomcMeetings, nextMeeting, statementAt } from '../../../lambda/calendar/fomc.ts';
import { isSession } from '../../../lambda/calendar/nyse.ts';
import { releaseOf, releases } from '../../../lambda/calendar/releases.ts';
import { tna } from '../../../lambda/editions/tna.ts';

describe('meetings of the Federal Open Market Committee', () => {
  it('are eight a year, on a Tuesday and the Wednesday after it, while the exchange is open', () => {
    for (const year of ['2026', '2027'])
      expect(fomcMeetings.filter(({ to }) => to.startsWith(year))).toHaveLength(8);
    for (const { from, to } of fomcMeetings) {
      expect(weekdayName(from)).toBe('Tuesday');
      expect(addDays(from, 1)).toBe(to);
      expect(isSession(to)).toBe(true);
    }
  });

  it('are next until their statement is out', () => {
    expect(nextMeeting('2026-11-20')).toEqual({ from: '2026-12-08', to: '2026-12-09' });
    expect(nextMeeting('2026-12-08')?.to).toBe('2026-12-09');
    expect(nextMeeting('2026-12-09')?.to).toBe('2027-01-27');
  });

  it('are not guessed beyond the published table', () => {
    expect(nextMeeting('2028-01-26')).toBeNull();
    expect(nextMeeting('2025-12-31')).toBeNull();
  });

  it('end with a statement at two in New York', () => {
    expect(statementAt(nextMeeting('2026-12-01')!)).toBe('2026-12-09T19:00:00Z');
    expect(statementAt(nextMeeting('2026-06-01')!)).toBe('2026-06-17T18:00:00Z');
  });
});

describe('releases', () => {
  it('are known for every monthly, weekly and quarterly series of the edition, each once', () => {
    const periodic = tna.macro.filter(({ frequency }) => frequency !== 'daily').map(({ series }) => series);
    expect(periodic.filter((series) => releaseOf(series) === undefined)).toEqual([]);
    const listed = releases.flatMap(({ series }) => series);
    expect(new Set(listed).size).toBe(listed.length);
  });
});
