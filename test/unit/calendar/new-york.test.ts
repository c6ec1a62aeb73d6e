import { describe, expect, it } from 'vitest';
import { compareInstants, newYorkDate, newYorkInstant } from '../../../lambda/calendar/new-york.ts';
import fc from '../../support/fast-check.ts';

const zone = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'America/New_York',
  dateStyle: 'short',
  timeStyle: 'short',
});

describe("New York's clock", () => {
  it('agrees with the time zone database on the date of any instant', () => {
    const instants = fc.integer({ min: Date.UTC(1990, 0, 1) / 60_000, max: Date.UTC(2030, 11, 31) / 60_000 });
    fc.assert(
      fc.property(instants, (minutes) => {
        const instant = new Date(minutes * 60_000);
        expect(newYorkDate(instant.toISOString())).toBe(zone.format(instant).slice(0, 10));
      }),
      { numRuns: 500 },
    );
  });

  it('agrees with the time zone database on the instant of every hour of trading', () => {
    const days = fc.integer({
      min: Date.UTC(1990, 0, 1) / 86_400_000,
      max: Date.UTC(2030, 11, 31) / 86_400_000,
    });
    fc.assert(
      fc.property(days, fc.constantFrom('08:30', '14:00', '16:00', '20:15'), (day, time) => {
        const date = new Date(day * 86_400_000).toISOString().slice(0, 10);
        expect(zone.format(new Date(newYorkInstant(date, time)))).toBe(`${date} ${time}`);
      }),
      { numRuns: 500 },
    );
  });

  it('refuses an instant that is none', () => {
    expect(() => newYorkDate('yesterday')).toThrow(RangeError);
  });
});

describe('the order of instants', () => {
  it.each([
    ['2025-12-31T01:15:00.000Z', '2025-12-31T01:15:00Z', 0],
    ['2025-12-31T01:15:00Z', '2025-12-30T20:15:00-05:00', 0],
    ['2025-12-31T01:15:00.001Z', '2025-12-31T01:15:00Z', 1],
    ['2025-12-31T01:14:59Z', '2025-12-31T01:15:00.000Z', -1],
  ])('is one of time, not of text: %s against %s', (a, b, order) => {
    expect(Math.sign(compareInstants(a, b))).toBe(order);
  });
});
