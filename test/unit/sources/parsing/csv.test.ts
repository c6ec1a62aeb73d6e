import { csvFormatRows } from 'd3-dsv';
import { describe, expect, it } from 'vitest';
import { columnOf, eachRow, linesOf, tableOf } from '../../../../lambda/sources/parsing/csv.ts';
import fc from '../../../support/fast-check.ts';

const encode = (text: string) => new TextEncoder().encode(text);
const table = (text: string) => tableOf(encode(text), (cells) => cells[0] === 'Date');

describe('lines of a CSV', () => {
  it('are what another library wrote, without the blanks around a cell', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '1', '.', ',', '"', ' ', '\n', 'é', '€') });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 }), (rows) => {
        // No JSON and no HTML begins so.
        const written = [['top', 'line'], ...rows];
        const lines = linesOf(encode(csvFormatRows(written)));
        const read = Array.from({ length: lines.count }, (_, line) => lines.cells(line));
        expect(read).toEqual(written.map((cells) => cells.map((text) => text.trim())));
      }),
    );
  });

  it.each([
    ['a body that ends in a quoted field', 'Date,X\n2025-01-02,"1', 'row 2: a quoted field is never closed'],
    ['text after a closing quote', 'Date,X\n"2025-01-02"x,1', 'row 2: text follows a closing quote'],
    ['JSON', '[{"a":1}]', 'JSON instead of CSV'],
    ['an HTML page', '<!doctype html><title>Sorry</title>', 'an HTML page instead of data'],
  ])('are not taken from %s', (_, text, message) => {
    expect(() => linesOf(encode(text))).toThrow(message);
  });
});

describe('a table in a CSV', () => {
  it('names the line of a row below a preamble and blank lines', () => {
    const found = table('\uFEFFsome notice\r\n\r\nDate,X\r\n\r\n2025-01-02, 1 \r\n,\r\n2025-01-03,"1,2"\r\n');
    const x = columnOf(found, 'X');
    expect(eachRow(found, (row) => [found.line(row), found.text(row, 0), found.text(row, x)])).toEqual([
      [5, '2025-01-02', '1'],
      [7, '2025-01-03', '1,2'],
    ]);
  });

  it.each([
    ['a row that was cut off', 'Date,X\n\n2025-01-02', 'row 3: 1 cell under 2 columns'],
    ['no header', 'Day,X\n1,2', 'the first line is "Day,X"'],
  ])('is refused with %s', (_, text, message) => {
    expect(() => table(text)).toThrow(message);
  });

  it('is refused a column that comes twice', () => {
    expect(() => columnOf(table('Date,X,X\n'), 'X')).toThrow('two columns X');
  });
});
