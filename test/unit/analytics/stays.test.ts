import { describe, expect, it } from 'vitest';
import { sideBySide } from '../../../lambda/analytics/side-by-side.ts';
import { staysOf } from '../../../lambda/analytics/stays.ts';

const none = Number.NaN;

describe('a stay', () => {
  it('begins at its limit and ends past the other, with no end between them', () => {
    const values = Float64Array.of(0.5, 0.9, 0.8, 0.7, 0.69, 0.89, 0.95);
    const { begins, inside } = staysOf(values, { enter: 0.9, leave: 0.7 });
    expect(begins).toEqual([1, 6]);
    expect([...inside]).toEqual([0, 1, 1, 1, 0, 0, 1]);
  });

  it('of low values is the mirror of one of high ones', () => {
    const values = Float64Array.of(0.5, 0.1, 0.3, 0.31, 0.11, 0.02);
    const { begins, inside } = staysOf(values, { enter: 0.1, leave: 0.3 });
    expect(begins).toEqual([1, 5]);
    expect([...inside]).toEqual([0, 1, 1, 0, 0, 1]);
  });

  it('that the record begins in has no beginning, and a session without a value changes nothing', () => {
    const values = Float64Array.of(none, 0.95, none, 0.6, none, 0.9);
    const { begins, inside } = staysOf(values, { enter: 0.9, leave: 0.7 });
    expect(begins).toEqual([5]);
    expect([...inside]).toEqual([0, 1, 1, 0, 0, 1]);
  });
});

describe('cases side by side', () => {
  it.each([
    [[1, 3, 6, 8], 5, 2],
    [[1, 6, 11], 5, 3],
    [[1, 5, 10], 5, 2],
    [[], 5, 0],
  ])('of %j at a horizon of %i are %i', (cases, h, expected) => {
    expect(sideBySide(cases, h)).toBe(expected);
  });
});
