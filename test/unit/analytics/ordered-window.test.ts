import { describe, expect, it } from 'vitest';
import { orderedWindow, sortedQuantile } from '../../../lambda/analytics/ordered-window.ts';
import { mulberry32 } from '../../../lambda/analytics/seeded-random.ts';
import { selectQuantile } from '../../../lambda/analytics/selection.ts';

describe('a window in order of size', () => {
  const next = mulberry32(11);
  // Few distinct numbers, so that many are equal.
  const values = Float64Array.from({ length: 300 }, () => Math.floor(next() * 30) / 7);
  const n = 40;
  const inOrder = orderedWindow(values, n);
  const byHand = (end: number) => [...values.slice(end - n, end)].sort((a, b) => a - b);

  it('is what sorting gives, going forward, back and to other places', () => {
    let end = n;
    for (let step = 0; step < 2000; step++) {
      const way = next();
      end = way < 0.4 ? end + 1 : way < 0.8 ? end - 1 : n + Math.floor(next() * (values.length - n));
      end = Math.min(values.length, Math.max(n, end));
      expect([...inOrder(end)]).toEqual(byHand(end));
    }
  });

  it('has the quantiles that selection finds', () => {
    for (const p of [0, 0.05, 0.5, 0.513, 1])
      expect(sortedQuantile(inOrder(200), p)).toBe(selectQuantile(values.slice(160, 200), p));
  });
});
