import { expect, it } from 'vitest';
import { units } from '../../../lambda/briefing/words/measures.ts';
import { csvLine } from '../../../lambda/catalogue/csv-line.ts';

it('quotes a cell only where it must, and leaves null empty', () => {
  expect(csvLine(['a', 'b,c', 'd"e', null, -1.5])).toBe('a,"b,c","d""e",,-1.5\r\n');
});

it.each(['=1+1', '@SUM(A1)', '-x', '-A1', '+A1', '-1+2', "-2+3+cmd|' /C calc'!A0", '-(1)', '-1:1'])(
  'puts an apostrophe before %s, which a spreadsheet would compute',
  (cell) => expect(csvLine([cell])).toBe(`'${cell}\r\n`),
);

it.each(['-1..1', '0..1', '-3.5 %', '+2', '2025-12-31'])('leaves %s, which is no formula', (cell) =>
  expect(csvLine([cell])).toBe(`${cell}\r\n`),
);

it.each(Object.keys(units))('leaves the unit %s as it is', (unit) =>
  expect(csvLine([unit])).toBe(`${unit}\r\n`),
);
