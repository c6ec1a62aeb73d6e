import { describe, expect, it } from 'vitest';
import { neweyWest } from '../../../lambda/analytics/newey-west.ts';

const column = (...values: number[]) => Float64Array.from(values);

describe('the slope with its Newey–West error', () => {
  const x = Float64Array.from({ length: 63 }, (_, i) => (((i * 37) % 17) - 8) / 10);
  const y = x.map((value, i) => 0.4 * value + ((((i * 23) % 11) - 5) / 20) * (1 + 0.5 * (i % 3)));

  it('is that of the matrix form (X’X)⁻¹ S (X’X)⁻¹ with three lags, worked out apart', () => {
    const { slope, error } = neweyWest(x, y);
    expect(slope).toBeCloseTo(0.3990272373540855, 12);
    expect(error).toBeCloseTo(0.053467290056424255, 12);
  });

  it('are the same wherever the scales of x and y begin', () => {
    const moved = neweyWest(
      x.map((value) => value + 3),
      y.map((value) => value - 7),
    );
    expect(moved.slope).toBeCloseTo(0.3990272373540855, 11);
    expect(moved.error).toBeCloseTo(0.053467290056424255, 11);
  });

  it('has no error on a line, and no slope where x does not vary', () => {
    expect(
      neweyWest(
        x,
        x.map((value) => 2 * value + 1),
      ).error,
    ).toBeCloseTo(0, 14);
    expect(neweyWest(column(1, 1, 1), column(1, 2, 3)).slope).toBeNaN();
  });
});
