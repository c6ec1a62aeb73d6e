import { describe, expect, it } from 'vitest';
import { table } from '../../../lambda/cli/summary.ts';
import { columnsOf, widthOf, wrap } from '../../../lambda/cli/terminal.ts';
import fc from '../../support/fast-check.ts';

describe('the width to write for', () => {
  it.each([
    [undefined, 100],
    [0, 100],
    [1, 40],
    [39, 40],
    [40, 40],
    [80, 80],
    [250, 250],
  ])('of a terminal that says %s is %i', (columns, width) => {
    expect(columnsOf({ columns })).toBe(width);
  });
});

describe('a table', () => {
  const rows = [
    ['TNA', '34.31', '−5.22 %'],
    ['Next known event', 'Thu 26 November 2026', 'Thanksgiving Day, exchange closed'],
  ];

  it('is set in columns where there is room', () => {
    expect(table(rows, 76)).toEqual([
      'TNA                              34.31  −5.22 %',
      'Next known event  Thu 26 November 2026  Thanksgiving Day, exchange closed',
    ]);
  });

  it('is never wider than the terminal, and loses nothing', () => {
    for (const width of [36, 40, 50, 60, 72]) {
      const lines = table(rows, width);
      for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width);
      expect(lines.join(' ').split(/\s+/)).toEqual(rows.flat().join(' ').split(/\s+/));
    }
  });
});

describe('wrapping', () => {
  it('breaks at spaces', () => {
    expect(wrap('Small caps end the year lagging', 12)).toEqual(['Small caps', 'end the year', 'lagging']);
    expect(wrap('', 10)).toEqual([]);
  });

  it('keeps every word in order, and no line too long unless it is one word', () => {
    const words = fc.array(fc.stringMatching(/^[a-z−%.]{1,12}$/), { maxLength: 30 });
    fc.assert(
      fc.property(words, fc.integer({ min: 4, max: 40 }), (list, width) => {
        const lines = wrap(list.join(' '), width);
        expect(lines.join(' ')).toBe(list.join(' '));
        for (const line of lines) expect(widthOf(line) <= width || !line.includes(' ')).toBe(true);
      }),
    );
  });
});
