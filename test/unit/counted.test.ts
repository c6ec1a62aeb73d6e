import { expect, it } from 'vitest';
import { counted, plural } from '../../lambda/counted.ts';
import fc from '../support/fast-check.ts';

it('one takes the noun alone, no and many take its plural', () => {
  expect([0, 1, 2].map((count) => counted(count, 'window'))).toEqual(['0 windows', '1 window', '2 windows']);
  expect([0, 1, 2].map((count) => counted(count, 'entry', 'entries'))).toEqual([
    '0 entries',
    '1 entry',
    '2 entries',
  ]);
  expect([0, 1, 2].map((count) => plural(count, 'session'))).toEqual(['sessions', 'session', 'sessions']);
});

it('puts the count before any noun', () => {
  fc.assert(
    fc.property(fc.nat(5000), fc.constantFrom('figure', 'contract', 'such day'), (count, noun) => {
      expect(counted(count, noun)).toBe(`${count} ${noun}${count === 1 ? '' : 's'}`);
    }),
  );
});
