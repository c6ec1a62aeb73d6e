import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { addDays } from '../../lambda/calendar/civil.ts';
import { heldMeetings, nextFomcMeeting } from '../../lambda/calendar/fomc.ts';
import { describeShared, sharedDir } from '../support/shared.ts';

/** Every meeting of the table, by asking for the next one again and again. */
function allMeetings(): string[] {
  const found: string[] = [];
  for (let day: string | null = '2024-01-01'; day !== null; ) {
    day = nextFomcMeeting(day);
    if (day !== null) found.push(day);
  }
  return found;
}

/** Days from a date on whose upper target rate is not that of the day before, by the real series. */
function changesSince(first: string): string[] {
  const rows = readFileSync(join(sharedDir, 'data/macro/DFEDTARU.csv'), 'utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((row) => row.split(','));
  return rows
    .filter(([date = '', rate], i) => date >= first && i > 0 && Number(rate) !== Number(rows[i - 1]?.[1]))
    .map(([date = '']) => date);
}

describeShared('the target rate of 2024 and 2025', () => {
  it('changed on the day after a meeting of the table, and on no other day', () => {
    const changes = changesSince('2024-01-01');
    expect(changes.length).toBe(6);
    const meetings = new Set(allMeetings());
    for (const change of changes) expect(meetings).toContain(addDays(change, -1));
  });
});

describeShared('the target rate since 2010', () => {
  it('changed on the day of a decision or the day after, except for the cuts of March 2020', () => {
    const changes = changesSince('2010-01-01');
    const held = new Set(heldMeetings('2010-01-01', '2025-12-31'));
    const others = changes.filter((day) => !held.has(day) && !held.has(addDays(day, -1)));
    expect(changes.length).toBeGreaterThan(25);
    // The cuts of 3 and 15 March 2020 came between meetings.
    expect(others).toEqual(['2020-03-04', '2020-03-16']);
  });
});
