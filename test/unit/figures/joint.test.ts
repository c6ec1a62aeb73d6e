import { expect, it } from 'vitest';
import { FigureBook } from '../../../lambda/figures/book.ts';
import { derive, figureBasis, write } from '../../../lambda/figures/write.ts';
import { joint } from '../../../lambda/market-data/basis.ts';

const basis = (...sources: string[]) => ({
  asOf: '2025-12-31',
  status: 'fresh' as const,
  inputs: sources,
  sources,
});

it('a figure of others that share a source names it once', () => {
  const value = joint(basis('yahoo'), basis('sec'));
  expect(value.sources).toEqual(['yahoo', 'sec']);
  expect(joint(value, basis('sec')).sources).toEqual(['yahoo', 'sec']);
  expect(joint(value, basis('sec', 'yahoo')).sources).toEqual(['yahoo', 'sec']);
  expect(joint(basis('sec'), basis('sec', 'yahoo')).sources).toEqual(['sec', 'yahoo']);
  expect(joint(value, basis('prospectus, 2025-26')).sources).toEqual(['yahoo', 'sec', 'prospectus, 2025-26']);
});

it('a figure that rests on one of several sources names each once', () => {
  const book = new FigureBook();
  const kind = { unit: 'usd', method: 'close' } as const;
  write(book, 'a', kind, joint(basis('yahoo'), basis('sec')), () => 1);
  derive(book, 'b', kind, ['a'], (a) => a);
  write(book, 'c', kind, joint(basis('sec'), figureBasis(book, 'b')), () => 1);
  expect(['a', 'b', 'c'].map((id) => book.get(id).source)).toEqual([
    'yahoo, sec',
    'yahoo, sec',
    'sec, yahoo',
  ]);
});
