import { expect, it } from 'vitest';
import { cardinal, ordinal } from '../../../../lambda/briefing/words/count.ts';
import { readable } from '../../../support/hand-made-book.ts';

it.each([
  [1, 'first'],
  [3, 'third'],
  [12, 'twelfth'],
  [13, '13th'],
  [21, '21st'],
  [22, '22nd'],
  [63, '63rd'],
  [111, '111th'],
  [113, '113th'],
  [101, '101st'],
  [1012, '1 012th'],
])('%i as an ordinal is %s', (count, expected) => {
  expect(readable(ordinal(count))).toBe(expected);
});

it.each([
  [0, 'none'],
  [1, 'one'],
  [12, 'twelve'],
  [13, '13'],
  [4633, '4 633'],
])('%i in words is %s', (count, expected) => {
  expect(readable(cardinal(count))).toBe(expected);
});
