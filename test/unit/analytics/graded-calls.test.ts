import { describe, expect, it } from 'vitest';
import { gradesOf } from '../../../lambda/analytics/graded-calls.ts';

const none = Number.NaN;

describe('grades', () => {
  // Outcome of the two sessions after each: the session's own number.
  const outcomes = [0.1, -0.1, 0.2, 0, 0.3, -0.2, none, 0.1, 0.1, 0.1];
  const sides = [none, 1, 1, 1, 0, -1, -1, -1, 1, 1];
  const grades = (index: number) => gradesOf(Float64Array.from(sides), (t) => outcomes[t]!, 2)(index);

  it('are of the calls whose horizon is over, by hand', () => {
    // As of session 8 those up to 6; of these 6 has no outcome and 4 no side.
    expect(grades(8)).toEqual({ n: 4, apart: 3, hits: 2, up: 2 / 5, baseline: (3 * 0.4 + 0.6) / 4, open: 1 });
    expect(grades(3)).toEqual({ n: 1, apart: 1, hits: 0, up: 0, baseline: 0, open: 1 });
  });

  it('before any call are none', () => {
    expect(grades(0)).toEqual({ n: 0, apart: 0, hits: 0, up: none, baseline: none, open: 0 });
    expect(grades(1)).toMatchObject({ n: 0, open: 0 });
  });
});
