import { describe, expect, it } from 'vitest';
import { distinct, hasReason, type Reason, reasonKey } from '../../../lambda/series/reason.ts';

const noBar = (subject: string): Reason => ({ code: 'no-bar', subject, session: '2025-12-31' });

describe('reasons', () => {
  it('share a key when code and parameters are the same, and no other', () => {
    const one = noBar('A');
    expect(reasonKey(one)).toBe(reasonKey(noBar('A')));
    expect(reasonKey(one)).toBe(reasonKey(one));
    expect(reasonKey(one)).not.toBe(reasonKey(noBar('B')));
    expect(reasonKey(one)).not.toBe(reasonKey({ ...one, part: 'momentum' }));
  });

  it('are kept once each, in the order of the first', () => {
    const all = [noBar('B'), noBar('A'), noBar('B'), noBar('C'), noBar('A')];
    expect(distinct(all)).toEqual([noBar('B'), noBar('A'), noBar('C')]);
    expect(distinct([noBar('A'), noBar('A')])).toEqual([noBar('A')]);
    expect(distinct([noBar('A')])).toEqual([noBar('A')]);
    expect(distinct([])).toEqual([]);
  });

  it('are found by their code', () => {
    const reasons: Reason[] = [noBar('A'), { code: 'price-only' }];
    expect(hasReason(reasons, 'price-only')).toBe(true);
    expect(hasReason(reasons, 'no-bar')).toBe(true);
    expect(hasReason(reasons, 'no-range')).toBe(false);
    expect(hasReason([], 'no-bar')).toBe(false);
    expect(hasReason(undefined, 'no-bar')).toBe(false);
  });
});
