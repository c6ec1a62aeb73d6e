import { describe, expect, it } from 'vitest';
import { widthOf, wrap } from '../../../lambda/cli/terminal.ts';
import fc from '../../support/fast-check.ts';

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
