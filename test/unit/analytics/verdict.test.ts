import { describe, expect, it } from 'vitest';
import {
  inForce,
  inputsOf,
  operandValue,
  passes,
  type Read,
  verdictOf,
} from '../../../lambda/analytics/verdict.ts';
import type { Claim, Rule, Test } from '../../../lambda/editions/claim.ts';

const test = (on: string): Test => ({ on, is: '>', limit: 0 });
const threeOfFive: Rule = {
  form: 'count',
  tests: ['a', 'b', 'c', 'd', 'e'].map(test),
  supported: 4,
  notSupported: 2,
};

/** Yes, no and unknown as `+-?`. */
const answers =
  (signs: string): Read =>
  (id) =>
    ({ '+': 1, '-': -1 })[signs['abcde'.indexOf(id)] ?? ''];

describe('a count of tests', () => {
  it.each([
    ['++++-', 'supported'],
    ['++++?', 'supported'],
    ['+++--', 'mixed'],
    ['+++-?', 'not computable'],
    ['++--?', 'not computable'],
    ['++---', 'not supported'],
    ['+---?', 'not supported'],
    ['-??--', 'not supported'],
    ['?????', 'not computable'],
  ])('%s is %s', (signs, verdict) => {
    expect(verdictOf(threeOfFive, answers(signs))).toBe(verdict);
  });
});

describe('a scale', () => {
  const high: Rule = { form: 'scale', on: 'x', supported: 2, notSupported: 0 };
  const low: Rule = { form: 'scale', on: 'x', supported: -0.0025, notSupported: 0 };
  const between: Rule = { form: 'scale', on: 'x', supported: 4, notSupported: 3 };
  it.each([
    [high, 2, 'supported'],
    [high, 2 - 4e-10, 'supported'],
    [high, 2 - 1e-8, 'mixed'],
    [high, 0, 'not supported'],
    [high, -3, 'not supported'],
    [low, -0.0025, 'supported'],
    [low, -0.001, 'mixed'],
    [low, 0, 'not supported'],
    [low, Number.NaN, 'not computable'],
    [between, 3, 'not supported'],
    [between, 3.1, 'mixed'],
    [between, 4, 'supported'],
    [{ form: 'none', because: 'no data' }, 1, 'not computable'],
  ] as const)('%o at %d is %s', (rule, x, verdict) => {
    expect(verdictOf(rule, () => x)).toBe(verdict);
  });
});

describe('named conditions', () => {
  const rule: Rule = {
    form: 'named',
    cases: [
      { verdict: 'supported', tests: [{ on: 'word', is: 'word', limit: 'yes' }, test('a')] },
      { verdict: 'not supported', tests: [test('a')] },
    ],
    needs: ['n'],
  };
  const of = (values: Record<string, number | string | null>) => verdictOf(rule, (id) => values[id]);

  it('take the first that holds, else mixed', () => {
    expect(of({ word: 'yes', a: 1, n: 1 })).toBe('supported');
    expect(of({ word: 'no', a: 1, n: 1 })).toBe('not supported');
    expect(of({ word: 'yes', a: -1, n: 1 })).toBe('mixed');
  });

  it('say nothing while a figure is unknown that any of them reads', () => {
    expect(of({ word: null, a: 1, n: 1 })).toBe('not computable');
    expect(of({ word: 'yes', a: 1, n: null })).toBe('not computable');
  });

  it('name every figure that they read', () => {
    expect(inputsOf(rule)).toEqual(['n', 'word', 'a']);
  });
});

it('compares on the difference rounded to nine decimals', () => {
  const at = (is: '>' | '>=' | '<' | '<=') => passes({ on: 'x', is, limit: 0.3 }, () => 4.3 - 4.0);
  expect([at('>'), at('>='), at('<'), at('<=')]).toEqual([false, true, false, true]);
});

it('reads ratios, differences, distances and other figures as limits', () => {
  const values: Readonly<Record<string, number>> = { a: 6, b: 4, c: 2 };
  const read: Read = (id) => values[id];
  expect(passes({ on: { of: 'ratio', first: 'a', second: 'b' }, is: '>=', limit: 1.5 }, read)).toBe(true);
  expect(passes({ on: { of: 'difference', first: 'a', second: 'b' }, is: '>', limit: 'c' }, read)).toBe(
    false,
  );
  expect(passes({ on: { of: 'distance', first: 'b', from: 5 }, is: '<=', limit: 1 }, read)).toBe(true);
  expect(passes({ on: 'a', is: '>', limit: 'none' }, read)).toBeNull();
});

it('is the value of an operand, and none where a figure is unknown, a word or nothing to divide by', () => {
  const values: Readonly<Record<string, number | string | null>> = {
    a: 6,
    b: 4,
    zero: 0,
    word: '5',
    none: null,
  };
  const read: Read = (id) => values[id];
  const of = (kind: 'ratio' | 'difference', first: string, second: string) =>
    operandValue({ of: kind, first, second }, read);
  expect([of('ratio', 'a', 'b'), of('difference', 'a', 'b')]).toEqual([1.5, 2]);
  expect(operandValue({ of: 'distance', first: 'b', from: 5 }, read)).toBe(1);
  for (const unknown of ['word', 'none', 'absent']) expect(of('difference', 'a', unknown)).toBeNaN();
  expect(of('ratio', 'a', 'zero')).toBeNaN();
  expect(operandValue('word', read)).toBeNaN();
});

it('passes tests of order and of words by their own sign', () => {
  const on = (is: '>' | '>=' | '<' | '<=', x: number) => passes({ on: 'x', is, limit: 1 }, () => x);
  expect([0, 1, 2].map((x) => on('>=', x))).toEqual([false, true, true]);
  expect([0, 1, 2].map((x) => on('<', x))).toEqual([true, false, false]);
  expect([0, 1, 2].map((x) => on('<=', x))).toEqual([true, true, false]);
  const word = (is: 'word' | 'not word', x: string | null) => passes({ on: 'x', is, limit: 'up' }, () => x);
  expect(['up', 'down', null].map((x) => word('word', x))).toEqual([true, false, null]);
  expect(['up', 'down', null].map((x) => word('not word', x))).toEqual([false, true, null]);
});

it('names the figures of ratios, distances and limits, each once, and no words', () => {
  const ratio = { of: 'ratio', first: 'a', second: 'b' } as const;
  expect(inputsOf({ form: 'none', because: 'no data' })).toEqual([]);
  expect(inputsOf({ form: 'scale', on: ratio, supported: 1, notSupported: 0 })).toEqual(['a', 'b']);
  const tests: Test[] = [
    { on: { of: 'distance', first: 'c', from: 1 }, is: '<', limit: 'd' },
    { on: 'a', is: '>', limit: 0 },
    { on: 'e', is: 'not word', limit: 'up' },
    { on: ratio, is: '>', limit: 'd' },
  ];
  expect(inputsOf({ form: 'count', tests, supported: 2, notSupported: 1 })).toEqual([
    'c',
    'd',
    'a',
    'e',
    'b',
  ]);
});

it('judges a claim by the replacement rule once the count is reached, and then by no proxy', () => {
  const [rule, better] = [{ form: 'scale', on: 'a', supported: 1, notSupported: 0 }, threeOfFive] as const;
  const claim: Claim = {
    ...{ number: '01', title: 'A claim', why: '', lead: 'a', rule, proxy: 'a stands in' },
    instead: { from: { count: 'n', atLeast: 15 }, lead: 'b', rule: better },
  };
  const at = (n: number | null) => inForce(claim, () => n);
  for (const n of [14, null]) expect(at(n)).toBe(claim);
  expect(at(15)).toEqual({ number: '01', title: 'A claim', why: '', lead: 'b', rule: better });
});
