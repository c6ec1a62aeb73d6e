import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { heldMeetings, isDecisionDay, newestDecision } from '../../lambda/calendar/fomc.ts';
import { knownDayOf } from '../../lambda/calendar/publication-days.ts';
import { describeShared, sharedDir } from '../support/shared.ts';

const rowsOf = (file: string): string[][] =>
  readFileSync(join(sharedDir, 'data/calendar', file), 'utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((row) => row.split(','));

describeShared('the table of publication days', () => {
  it('holds every row of the shared calendar', () => {
    const rows = rowsOf('releases.csv');
    expect(rows.length).toBe(1103);
    for (const [series, period, day, kind] of rows)
      expect({ series, period, ...knownDayOf(series!, period!) }).toEqual({
        series,
        period,
        day,
        kind: kind === 'published' ? 'published' : 'not later',
      });
  });

  it('knows the same days of decision', () => {
    const days = rowsOf('us-events.csv')
      .filter(([, kind]) => kind === 'fomc')
      .map(([date]) => date!);
    expect(heldMeetings('2010-01-01', '2026-12-31')).toEqual(days);
    expect(days.every(isDecisionDay)).toBe(true);
    // Scheduled, and not held.
    expect(isDecisionDay('2020-03-18')).toBe(false);
    expect(newestDecision('2020-04-28')).toBe('2020-01-29');
    expect(newestDecision('2020-04-29')).toBe('2020-04-29');
    expect(newestDecision('2009-12-31')).toBeNull();
  });
});
