import { describe, expect, it, vi } from 'vitest';
import { paddedTable } from '../../../lambda/cli/summary.ts';
import { Terminal, terminalWidth, widthOf, wrap } from '../../../lambda/cli/terminal.ts';
import { actsOnReaders } from '../../../lambda/outside-text.ts';
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
    expect(terminalWidth({ columns })).toBe(width);
  });
});

describe('a table', () => {
  const rows = [
    ['TNA', '34.31', '−5.22 %'],
    ['Next known event', 'Thu Nov 26, 2026', 'Thanksgiving Day, exchange closed'],
  ];

  it('is set in columns where there is room', () => {
    expect(paddedTable(rows, 76)).toEqual([
      'TNA                          34.31  −5.22 %',
      'Next known event  Thu Nov 26, 2026  Thanksgiving Day, exchange closed',
    ]);
  });

  it('is never wider than the terminal, and loses nothing', () => {
    for (const width of [36, 40, 50, 60, 72]) {
      const lines = paddedTable(rows, width);
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

describe('what is written to a terminal', () => {
  const hostile = 'row \u001b]8;;http://evil\u0007 \u202egnp\u009b2K\rforged\u0000';
  const written = (write: (terminal: Terminal) => void, stream: 'stdout' | 'stderr' = 'stdout'): string => {
    const spy = vi.spyOn(process[stream], 'write').mockReturnValue(true);
    try {
      write(new Terminal());
      return spy.mock.calls.map(([text]) => String(text)).join('');
    } finally {
      spy.mockRestore();
    }
  };

  it('acts on it by colours of ours only', () => {
    for (const text of [
      written((terminal) => terminal.print(`\u001b[31mred\u001b[39m ${hostile}`)),
      written((terminal) => terminal.complain(`\u001b[31mred\u001b[39m ${hostile}`), 'stderr'),
    ])
      expect(text).toBe(
        '\u001b[31mred\u001b[39m row \\u{1b}]8;;http://evil\\u{7} \\u{202e}gnp\\u{9b}2K\\u{d}forged\\u{0}\n',
      );
  });

  it('is the same value as JSON, in characters that do not act', () => {
    const text = written((terminal) => terminal.printJson({ hostile }));
    expect(JSON.parse(text)).toEqual({ hostile });
    expect(actsOnReaders(text.replaceAll('\n', ''))).toBe(false);
  });
});
