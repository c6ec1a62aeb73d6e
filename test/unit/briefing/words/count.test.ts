import { expect, it } from 'vitest';
import { article, cardinal, ordinal } from '../../../../lambda/briefing/words/count.ts';
import { plainSpaces } from '../../../support/hand-made-book.ts';

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
  [1012, '1,012th'],
])('%i as an ordinal is %s', (count, expected) => {
  expect(plainSpaces(ordinal(count))).toBe(expected);
});

it.each([
  [0, 'none'],
  [1, 'one'],
  [12, 'twelve'],
  [13, '13'],
  [4633, '4,633'],
])('%i in words is %s', (count, expected) => {
  expect(plainSpaces(cardinal(count))).toBe(expected);
});

it('puts "an" before exactly the ordinals read with a vowel, up to a hundred', () => {
  const vowels = Array.from({ length: 100 }, (_, i) => i + 1).filter((count) => article(count) === 'an');
  expect(vowels).toEqual([8, 11, 18, 80, 81, 82, 83, 84, 85, 86, 87, 88, 89]);
  expect([110, 118, 800, 1100, 8000, 11_000].map(article)).toEqual(['a', 'a', 'an', 'a', 'an', 'an']);
});
