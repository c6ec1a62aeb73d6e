import { describe, expect, it } from 'vitest';
import { eventsInWords, eventWithHour, hourInWords } from '../../../lambda/calendar/event-names.ts';
import type { ScheduledEvent } from '../../../lambda/calendar/events.ts';

const event = (of: Partial<ScheduledEvent>): ScheduledEvent => ({
  ...{ name: 'FOMC decision', date: '2026-01-28', when: '14:00', kind: 'decision', standing: 'published' },
  ...{ source: 'FOMC', major: true },
  ...of,
});

describe('events in words', () => {
  it('of one kind and hour are named together, companies and closures by what they are', () => {
    expect(eventsInWords('decision', ['FOMC decision'])).toBe('FOMC decision');
    expect(eventsInWords('release', ['Jobless claims', 'Durable goods'])).toBe(
      'Jobless claims; Durable goods',
    );
    expect(eventsInWords('earnings', ["Lowe's", 'AAPL'])).toBe('Earnings: Lowe’s; AAPL');
    expect(eventsInWords('closure', ["New Year's Day"])).toBe('Closed: New Year’s Day');
    expect(eventsInWords('early close', ['Christmas Eve'])).toBe('Early close, Christmas Eve');
  });

  it('have their hour, and say where a rule alone gives their day', () => {
    expect(eventWithHour(event({}))).toBe('FOMC decision, 14:00');
    expect(eventWithHour(event({ kind: 'earnings', name: 'AAPL', when: 'after the close' }))).toBe(
      'AAPL earnings, after the close',
    );
    for (const standing of ['usual', 'uncertain'] as const)
      expect(eventWithHour(event({ standing }))).toBe('FOMC decision, 14:00, by rule, not confirmed');
  });

  it('without an hour say so', () => {
    expect(hourInWords('time not given')).toBe('no time given');
    expect(hourInWords('08:30')).toBe('08:30');
  });
});
