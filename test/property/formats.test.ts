import { describe, expect, it } from 'vitest';
import { sessionsBetween } from '../../lambda/calendar/nyse.ts';
import { parseBars } from '../../lambda/sources/files/parse.ts';
import fc from '../support/fast-check.ts';
import { type FormatBar, type FormatField, priceFormats } from '../support/price-formats.ts';

const about = { series: 'IWM', fetchedAt: '2031-01-01T00:00:00Z', file: 'market/IWM.csv' };
const columns: readonly FormatField[] = ['open', 'high', 'low', 'close', 'adjusted', 'volume'];

/** A month and more of sessions, so that a day is over 12 in some of them, with prices about a level. */
const history = fc
  .record({
    start: fc.integer({ min: 0, max: 9000 }),
    level: fc.integer({ min: 500, max: 500_000 }),
    days: fc.array(
      fc.record({
        open: fc.integer({ min: -20, max: 20 }),
        close: fc.integer({ min: -20, max: 20 }),
        volume: fc.integer({ min: 1, max: 99_999 }),
      }),
      { minLength: 25, maxLength: 40 },
    ),
  })
  .map(({ start, level, days }): FormatBar[] => {
    const sessions = sessionsBetween('1990-01-02', '2030-12-31').slice(start, start + days.length);
    return days.map(({ open, close, volume }, i) => ({
      session: sessions[i]!,
      open: (level + open) / 100,
      close: (level + close) / 100,
      high: (level + Math.max(open, close) + 5) / 100,
      low: (level + Math.min(open, close) - 5) / 100,
      adjusted: Number(((level + close) * 0.00873).toFixed(6)),
      volume: volume * 10_000,
    }));
  });

describe('a price file', () => {
  it.each(priceFormats.map((format) => [format.name, format] as const))(
    'written as %s is read back equal',
    (_, format) => {
      fc.assert(
        fc.property(history, (bars) => {
          const written = format.write('IWM', bars);
          const bytes = typeof written === 'string' ? new TextEncoder().encode(written) : written;
          const { bars: read } = parseBars(bytes, about);
          expect(read.sessions).toEqual(bars.map(({ session }) => session));
          for (const field of columns)
            expect(read[field] === null ? null : [...read[field]], field).toEqual(
              format.carries.includes(field) ? bars.map((bar) => bar[field]) : null,
            );
        }),
        { numRuns: 25 },
      );
    },
  );
});
