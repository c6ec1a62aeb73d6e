import { describe, expect, it } from 'vitest';
import { sessionsBetween } from '../../lambda/calendar/nyse.ts';
import { InputError } from '../../lambda/errors.ts';
import { parseBars, parseObservations } from '../../lambda/sources/files/parse.ts';
import fc from '../support/fast-check.ts';
import type { FormatBar } from '../support/price-formats.ts';

const about = { series: 'IWM', fetchedAt: '2026-01-01T00:00:00Z', file: 'market/IWM.csv' };
const encode = (text: string) => new TextEncoder().encode(text);

type Bar = Omit<FormatBar, 'session'>;

/** A history of consecutive sessions whose closes move by a third at most: too short to find its basis. */
const history = fc
  .record({
    start: fc.integer({ min: 0, max: 8000 }),
    days: fc.array(
      fc.record({
        move: fc.double({ min: -0.3, max: 0.3, noNaN: true }),
        gap: fc.double({ min: -0.1, max: 0.1, noNaN: true }),
        up: fc.double({ min: 0, max: 0.1, noNaN: true }),
        down: fc.double({ min: 0, max: 0.1, noNaN: true }),
        volume: fc.integer({ min: 1, max: 1e9 }),
      }),
      { minLength: 2, maxLength: 20 },
    ),
  })
  .map(({ start, days }) => {
    const sessions = sessionsBetween('1990-01-02', '2030-12-31').slice(start, start + days.length);
    let before = 50;
    const bars = days.map(({ move, gap, up, down, volume }): Bar => {
      const [open, close] = [before * (1 + gap), before * (1 + move)];
      before = close;
      const [high, low] = [Math.max(open, close) * (1 + up), Math.min(open, close) * (1 - down)];
      return { open, high, low, close, adjusted: close * 0.9, volume };
    });
    return { sessions, bars };
  });

const layouts = {
  yahoo: { header: 'Date,Open,High,Low,Close,Adj Close,Volume', adjusted: true },
  'yahoo without spaces': { header: 'Date,Open,High,Low,Close,AdjClose,Volume', adjusted: true },
  'alpha vantage': { header: 'timestamp,open,high,low,close,adjusted_close,volume', adjusted: true },
  stooq: { header: 'Date,Open,High,Low,Close,Volume', adjusted: false },
} as const;

interface Style {
  readonly layout: keyof typeof layouts;
  readonly end: '\n' | '\r\n';
  readonly newestFirst: boolean;
  readonly quoted: boolean;
  readonly mark: boolean;
  readonly blankLines: number;
}

const style: fc.Arbitrary<Style> = fc.record({
  layout: fc.constantFrom(...(Object.keys(layouts) as (keyof typeof layouts)[])),
  end: fc.constantFrom('\n', '\r\n'),
  newestFirst: fc.boolean(),
  quoted: fc.boolean(),
  mark: fc.boolean(),
  blankLines: fc.integer({ min: 0, max: 2 }),
});

function write(sessions: readonly string[], bars: readonly Bar[], how: Style): string {
  const { header, adjusted } = layouts[how.layout];
  const quote = (cell: string) => (how.quoted ? `"${cell}"` : cell);
  const rows = sessions.map((session, i) => {
    const { open, high, low, close, adjusted: total, volume } = bars[i]!;
    const cells = [session, open, high, low, close, ...(adjusted ? [total] : []), volume];
    return cells.map((cell) => quote(String(cell))).join(',');
  });
  if (how.newestFirst) rows.reverse();
  const lines = [header.split(',').map(quote).join(','), ...rows, ...Array(how.blankLines).fill('')];
  return (how.mark ? '\ufeff' : '') + lines.join(how.end) + how.end;
}

describe('a price file', () => {
  it('says the same under every header, in either order, with either line end', () => {
    fc.assert(
      fc.property(history, style, ({ sessions, bars }, how) => {
        const parsed = parseBars(encode(write(sessions, bars, how)), about).bars;
        expect(parsed.sessions).toEqual(sessions);
        for (const column of ['open', 'high', 'low', 'close', 'volume'] as const)
          expect([...parsed[column]!]).toEqual(bars.map((bar) => bar[column]));
        const total = parsed.adjusted === null ? null : [...parsed.adjusted];
        expect(total).toEqual(layouts[how.layout].adjusted ? bars.map((bar) => bar.adjusted) : null);
      }),
    );
  });

  /** Damages a text as transfers and spreadsheets do. */
  const damage = fc.array(
    fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      cut: fc.integer({ min: 0, max: 12 }),
      put: fc.oneof(
        fc.constantFrom(
          '',
          ',',
          '\n',
          '\r',
          '"',
          '-',
          '0',
          '.',
          'e9',
          'NaN',
          'null',
          '\0',
          '<html>',
          '1e400',
          '2025-12-25',
        ),
        fc.string({ maxLength: 4 }),
      ),
    }),
    { minLength: 1, maxLength: 4 },
  );

  it('that is damaged is refused or still makes sense, and never gives a price that is none', () => {
    let refused = 0;
    fc.assert(
      fc.property(history, style, damage, ({ sessions, bars }, how, changes) => {
        let text = write(sessions, bars, how);
        for (const { at, cut, put } of changes) {
          const place = Math.floor(at * text.length);
          text = text.slice(0, place) + put + text.slice(place + cut);
        }
        let parsed: ReturnType<typeof parseBars>;
        try {
          parsed = parseBars(encode(text), about);
        } catch (error) {
          expect(error).toBeInstanceOf(InputError);
          expect((error as InputError).message).toMatch(/^market\/IWM\.csv/);
          refused += 1;
          return;
        }
        const { sessions: dates, open, high, low, close, adjusted, volume } = parsed.bars;
        expect(dates.every((date, i) => i === 0 || dates[i - 1]! < date)).toBe(true);
        for (const column of [open, high, low, close, adjusted])
          expect(column === null || column.every((price) => price > 0 && Number.isFinite(price))).toBe(true);
        expect(volume === null || volume.every((shares) => shares >= 0)).toBe(true);
        if (high !== null && low !== null) expect(high.every((price, i) => price >= low[i]!)).toBe(true);
      }),
      { numRuns: 3000 },
    );
    // Otherwise the damage would prove nothing.
    expect(refused).toBeGreaterThan(1000);
  });

  it('of any bytes at all is refused by an error of ours', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(() => parseBars(bytes, about)).toThrow(InputError);
        expect(() => parseObservations(bytes, { ...about, series: 'DGS2' })).toThrow(InputError);
      }),
      { numRuns: 1000 },
    );
  });

  it('whose history is split somewhere without a word is refused there', () => {
    fc.assert(
      fc.property(
        history.filter(({ sessions }) => sessions.length > 2),
        fc.constantFrom(2, 3, 4, 5, 10, 20, 1 / 2, 1 / 3, 1 / 4, 1 / 5, 1 / 10, 1 / 20),
        fc.nat(),
        ({ sessions, bars }, factor, where) => {
          const at = 1 + (where % (sessions.length - 1));
          // Calm days, so that the split is all that happens.
          const calm = bars.map((_, i): Bar => {
            const close = (100 + (i % 3)) / (i < at ? 1 : factor);
            return {
              open: close,
              high: close * 1.01,
              low: close * 0.99,
              close,
              adjusted: close,
              volume: 1 + i,
            };
          });
          const how: Style = {
            layout: 'yahoo',
            end: '\n',
            newestFirst: false,
            quoted: false,
            mark: false,
            blankLines: 0,
          };
          const read = () => parseBars(encode(write(sessions, calm, how)), about);
          expect(read).toThrow(`market/IWM.csv, row ${at + 2}, field Close: ${sessions[at]}`);
        },
      ),
    );
  });
});
