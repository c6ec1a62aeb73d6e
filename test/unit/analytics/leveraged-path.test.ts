import { describe, expect, it } from 'vitest';
import { choppyPath, straightPath } from '../../../lambda/analytics/leveraged-path.ts';

describe('the paths of the grid', () => {
  const path = { move: 0.1, sessions: 3, beta: 3, cost: 0.001 };

  it('come from the daily factors, multiplied one by one', () => {
    const g = 1.1 ** (1 / 3);
    const day = (factor: number) => 1 + 3 * (factor - 1) - 0.001;
    expect(straightPath(path)).toBeCloseTo(day(g) * day(g) * day(g) - 1, 14);
    expect(choppyPath(path, 0.02)).toBeCloseTo(day(g * 1.02) * day(g / 1.02) * day(g) - 1, 14);
    expect(choppyPath(path, 0)).toBeCloseTo(straightPath(path), 14);
  });

  it('cost more the wider the swings, and nothing is given where a session takes everything', () => {
    expect(choppyPath(path, 0.05)).toBeLessThan(choppyPath(path, 0.02));
    expect(choppyPath(path, 0.6)).toBeNaN();
    expect(straightPath({ move: -0.5, sessions: 1, beta: 2, cost: 0 })).toBeNaN();
    expect(() => choppyPath({ ...path, sessions: 4 }, 0.02)).toThrow(RangeError);
  });
});
