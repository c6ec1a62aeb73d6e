import { describe, expect, it } from 'vitest';
import { InputError, UsageError } from '../../lambda/errors.ts';
import {
  actsOnReaders,
  namedText,
  noteLimit,
  noteOf,
  quoted,
  quoteLimit,
  shown,
} from '../../lambda/outside-text.ts';
import { ProviderError } from '../../lambda/sources/http/provider-error.ts';
import fc from '../support/fast-check.ts';

const hostile =
  '\u001b]8;;http://evil\u0007 row\r\n\t2 \u202egnp.exe\u202c \u0000\u009b31m a\u200bb \u2028 \ufeff';

describe('text from outside', () => {
  it('is one line in which every acting character is shown by its number', () => {
    expect(namedText(hostile)).toBe('\\u{1b}]8;;http://evil\\u{7} row 2 \\u{202e}gnp.exe\\u{202c} \\u…');
    expect(namedText('plain "text" — ü 漢 $39.00')).toBe('plain "text" — ü 漢 $39.00');
    expect(quoted('x\ny')).toBe('"x y"');
  });

  it('is cut after 60 characters, and a note after 300', () => {
    expect(quoteLimit).toBe(60);
    expect(noteLimit).toBe(300);
    expect(namedText('A'.repeat(60))).toBe('A'.repeat(60));
    expect(namedText('A'.repeat(61))).toBe(`${'A'.repeat(59)}…`);
    expect(noteOf('A'.repeat(300))).toBe('A'.repeat(300));
    expect(noteOf('A'.repeat(301))).toBe(`${'A'.repeat(299)}…`);
    expect(namedText('🙂'.repeat(61))).toBe(`${'🙂'.repeat(59)}…`);
    expect(namedText('B'.repeat(5_000_000))).toHaveLength(60);
  });

  it('never acts on a reader and never passes its limit, whatever it is', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.string({ unit: 'grapheme', maxLength: 400 }),
    );
    fc.assert(
      fc.property(text, (outside) => {
        for (const [made, limit] of [
          [namedText(outside), quoteLimit],
          [noteOf(outside), noteLimit],
        ] as const) {
          expect(actsOnReaders(made)).toBe(false);
          expect(made.isWellFormed()).toBe(true);
          expect(Array.from(made).length).toBeLessThanOrEqual(limit);
        }
      }),
    );
  });

  it('is harmless in every error, and a message of ours keeps its lines', () => {
    const place = { file: 'market/\u001b[2KIWM.csv', field: `F${'x'.repeat(100)}` };
    const { message } = new InputError(`"${hostile}" is no price`, place);
    expect(actsOnReaders(message)).toBe(false);
    expect(message).toContain('market/\\u{1b}[2KIWM.csv, field F');
    expect(new InputError('A'.repeat(1000)).message).toHaveLength(noteLimit);
    expect(new ProviderError('refused', 'A'.repeat(1000)).message).toHaveLength(noteLimit);
    expect(new UsageError('two\n  lines\u001b').message).toBe('two\n  lines\\u{1b}');
    expect(shown('tab\t')).toBe('tab\\u{9}');
  });
});
