import type { Operand, Rule, Test } from '../claim.ts';

type Compared = (on: Operand, limit: number | string) => Test;
const compared =
  (is: '>' | '>=' | '<' | '<='): Compared =>
  (on, limit) => ({ on, is, limit });

export const above = compared('>');
export const atLeast = compared('>=');
export const below = compared('<');
export const atMost = compared('<=');

/** From this many tests passed a claim is supported, up to this many it is not. */
export const count = (supported: number, notSupported: number, ...tests: readonly Test[]): Rule => ({
  form: 'count',
  tests,
  supported,
  notSupported,
});

export const scale = (on: Operand, supported: number, notSupported: number): Rule => ({
  form: 'scale',
  on,
  supported,
  notSupported,
});

/** Nothing holds a claim: not today, or by its nature. */
export const none = (because: string): Rule => ({ form: 'none', because });

export const ratio = (first: string, second: string): Operand => ({ of: 'ratio', first, second });
export const difference = (first: string, second: string): Operand => ({ of: 'difference', first, second });
export const distance = (first: string, from: number): Operand => ({ of: 'distance', first, from });
