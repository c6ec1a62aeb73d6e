import { describe, expect, it } from 'vitest';
import type { ScheduledEvent } from '../../../../lambda/calendar/events.ts';
import { tna } from '../../../../lambda/editions/tna.ts';
import {
  assessEvents,
  isTooLate,
  knownCalendar,
} from '../../../../lambda/sources/quality/freshness-events.ts';

const session = '2025-12-31';
/** The close of the session after it, in New York 16:00 of 2 January. */
const limit = '2026-01-02T21:00:00Z';
const evening = '2025-12-31T22:50:00Z';
const parsed = (through: string, events: readonly ScheduledEvent[] = []) => ({
  events,
  through,
  complaints: [],
});

it('a calendar is too late from the close of the next session on', () => {
  expect(isTooLate('2026-01-02T20:59:59Z', session)).toBe(false);
  expect(isTooLate(limit, session)).toBe(true);
});

describe('a calendar that a provider gave', () => {
  const assess = (through: string, fetchedAt = evening) =>
    assessEvents(parsed(through), { source: 'bls-calendar', fetchedAt }, session);

  // The next ten sessions are 2 to 15 January.
  it.each([
    ['2026-01-15', { status: 'fresh', notes: [] }],
    ['2026-01-14', { status: 'stale', notes: [{ code: 'calendar-ends', day: '2026-01-14' }] }],
    ['2026-01-02', { status: 'stale', notes: [{ code: 'calendar-ends', day: '2026-01-02' }] }],
    ['2026-01-01', { status: 'missing', notes: [{ code: 'calendar-ends', day: '2026-01-01' }] }],
  ])('through %s reaches so far into the next ten sessions', (through, freshness) => {
    expect(assess(through)).toEqual(freshness);
  });

  it('of an evening before is stale, of the next session’s close not known', () => {
    const before = { code: 'collected-before', day: '2025-12-30' };
    expect(assess('2026-01-15', '2025-12-30T22:50:00Z')).toEqual({ status: 'stale', notes: [before] });
    expect(assess('2026-01-14', '2025-12-30T22:50:00Z')).toEqual({
      status: 'stale',
      notes: [before, { code: 'calendar-ends', day: '2026-01-14' }],
    });
    expect(assess('2026-01-15', limit)).toEqual({
      status: 'missing',
      notes: [{ code: 'collected-later', day: '2026-01-02' }],
    });
    // In New York it is still the session's day.
    expect(assess('2026-01-15', '2026-01-01T04:59:00Z').status).toBe('fresh');
  });
});

describe('the dates kept in the program', () => {
  const assess = (through: string) =>
    assessEvents(parsed(through), { source: 'schedule', fetchedAt: limit }, session);
  it('serve any session as far as they reach', () => {
    expect(assess('2026-01-15')).toEqual({ status: 'fresh', notes: [] });
    expect(assess('2026-01-14')).toEqual({
      status: 'stale',
      notes: [{ code: 'announced-until', day: '2026-01-14' }],
    });
  });
});

describe('a calendar among others', () => {
  const event = (more: Partial<ScheduledEvent>): ScheduledEvent => ({
    date: '2026-01-09',
    when: '08:30',
    kind: 'release',
    name: 'Employment situation',
    standing: 'published',
    source: 'BLS',
    major: true,
    ...more,
  });
  const known = (source: string, ...events: ScheduledEvent[]) =>
    knownCalendar(parsed('2026-01-31', events), source, session, tna);

  it('goes before FRED’s when it is the publisher’s own, and both before the program’s', () => {
    expect(['bls-calendar', 'fred-releases', 'schedule'].map((source) => known(source).rank)).toEqual([
      0, 1, 2,
    ]);
  });

  it('has no date that was read after the session', () => {
    const seen = ['2025-12-30', session, '2026-01-01'].map((day) => event({ seen: day }));
    expect(known('schedule', ...seen, event({})).events.map((one) => one.seen)).toEqual([
      '2025-12-30',
      session,
      undefined,
    ]);
  });

  it('has the earnings of the edition’s companies, of any of their shares, and of no other', () => {
    const earnings = ['AAPL', 'GOOG', 'GOOGL', 'KO'].map((name) => event({ kind: 'earnings', name }));
    expect(known('nasdaq', ...earnings).events.map(({ name }) => name)).toEqual(['AAPL', 'GOOG', 'GOOGL']);
  });

  it('covers what it lists up to its last day, or what its publisher says', () => {
    expect(known('nasdaq', event({}), event({ date: '2026-01-16' })).covers).toEqual({
      names: ['Employment situation'],
      from: '',
      through: '2026-01-31',
    });
    const covers = { names: ['Consumer prices'], from: '2026-01-01', through: '2026-02-01' };
    expect(knownCalendar({ ...parsed('2026-01-31'), covers }, 'bls-calendar', session, tna).covers).toBe(
      covers,
    );
  });
});
