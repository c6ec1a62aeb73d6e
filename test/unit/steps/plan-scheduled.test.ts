import { describe, expect, it } from 'vitest';
import { isFinal, planScheduled } from '../../../lambda/steps/plan.ts';

/** New York is 5 hours behind UTC in winter, 4 in summer. */
describe('a scheduled run', () => {
  it.each([
    ['a winter evening, 17:45', '2025-12-31T22:45:00Z', '2025-12-31'],
    ['a summer evening, 17:45', '2025-07-02T21:45:00Z', '2025-07-02'],
    ['a late evening, when it is the next day in Greenwich', '2025-12-31T01:15:00Z', '2025-12-30'],
    ['the morning after, 08:30', '2026-01-01T13:30:00Z', '2025-12-31'],
    ['the Saturday morning after a Friday', '2026-01-03T13:30:00Z', '2026-01-02'],
    ['the evening of an early close', '2025-11-28T22:45:00Z', '2025-11-28'],
    ['the evening of the day on which clocks went forward', '2025-03-10T21:45:00Z', '2025-03-10'],
  ])('on %s is is about %s → %s', (_, time, session) => {
    expect(planScheduled(time)).toEqual({ session, reason: null });
  });

  it.each([
    ['a holiday', '2026-01-01T22:45:00Z', /2026-01-01 is New Year/],
    ['the morning after a holiday', '2026-01-02T13:30:00Z', /2026-01-01 is New Year/],
    ['a Saturday', '2026-01-03T22:45:00Z', /a Saturday/],
    ['a day of mourning', '2025-01-09T22:45:00Z', /2025-01-09/],
  ])('on %s has no session, and says why', (_, time, reason) => {
    const planned = planScheduled(time);
    expect(planned.session).toBeNull();
    expect(planned.reason).toMatch(reason);
  });

  it('before the close is refused', () => {
    expect(() => planScheduled('2025-12-31T18:00:00Z')).toThrow(/is not over/);
  });
});

describe('a briefing is final', () => {
  const report = (collectedAt: string, incomplete = false, name = 'briefing.pdf') => ({
    report: {
      session: '2025-12-31',
      collectedAt,
      marks: { incomplete, simulated: false, incompleteBecause: [] },
    },
    manifest: { revision: 2, files: { [name]: { sha256: '', bytes: 1 } } },
  });

  it('when it was collected at 20:15 New York or later, and not before', () => {
    expect(isFinal(report('2025-12-31T22:45:00Z'), null)).toBe(false);
    expect(isFinal(report('2026-01-01T01:14:59.999Z'), null)).toBe(false);
    expect(isFinal(report('2026-01-01T01:15:00.000Z'), null)).toBe(true);
    expect(isFinal(report('2026-01-01T13:30:05Z'), null)).toBe(true);
  });

  it('when a run after 20:15 found nothing to change in that revision, not in an earlier one', () => {
    expect(isFinal(report('2025-12-31T22:45:00Z'), 2)).toBe(true);
    expect(isFinal(report('2025-12-31T22:45:00Z'), 1)).toBe(false);
    expect(isFinal(report('2025-12-31T22:45:00Z', true), 2)).toBe(false);
  });

  it('and never when it is incomplete, or has no PDF', () => {
    expect(isFinal(report('2026-01-05T13:30:05Z', true), null)).toBe(false);
    expect(isFinal(report('2026-01-05T13:30:05Z', false, 'briefing.html'), null)).toBe(false);
  });
});
