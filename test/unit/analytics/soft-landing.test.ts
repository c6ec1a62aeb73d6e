import { describe, expect, it } from 'vitest';
import {
  type ConditionAnswer,
  type SoftLandingReadings,
  softLanding,
} from '../../../lambda/analytics/soft-landing.ts';

const answers: readonly ConditionAnswer[] = [true, false, null];

/** Readings that should give each answer, one condition at a time. */
const inflation = (answer: ConditionAnswer) => ({
  inflation: answer === null ? null : 0.026,
  inflationBefore: answer === false ? 0.024 : 0.03,
});
const unemployment = (answer: ConditionAnswer) => (answer === null ? null : answer ? 0.002 : 0.005);
const growth = (answer: ConditionAnswer) => (answer === null ? null : answer ? 0.02 : 0.004);
const sahm = (answer: ConditionAnswer) => (answer === null ? null : answer ? 0.2 : 0.63);

describe('the soft-landing truth table', () => {
  it('answers each condition on its own, in all 81 combinations', () => {
    let rows = 0;
    for (const a of answers)
      for (const b of answers)
        for (const c of answers)
          for (const d of answers) {
            rows++;
            const readings: SoftLandingReadings = {
              ...inflation(a),
              unemploymentAboveLow: unemployment(b),
              growth: growth(c),
              sahm: sahm(d),
            };
            expect(softLanding(readings)).toStrictEqual({
              inflation: a,
              unemployment: b,
              growth: c,
              sahm: d,
            });
          }
    expect(rows).toBe(81);
  });

  const at = (change: Partial<SoftLandingReadings>) =>
    softLanding({
      inflation: 0.02,
      inflationBefore: 0.03,
      unemploymentAboveLow: 0,
      growth: 0.02,
      sahm: 0,
      ...change,
    });

  it('turns exactly where it says', () => {
    expect(at({ inflation: 0.03 }).inflation).toBe(false);
    expect(at({ inflationBefore: null }).inflation).toBeNull();
    expect(at({ unemploymentAboveLow: 0.044 - 0.041 }).unemployment).toBe(true);
    expect(at({ unemploymentAboveLow: 0.0031 }).unemployment).toBe(false);
    expect(at({ growth: 0.01 }).growth).toBe(false);
    expect(at({ growth: 0.0101 }).growth).toBe(true);
    expect(at({ sahm: 0.5 }).sahm).toBe(false);
    expect(at({ sahm: 4.5 - 4.0 - 1e-15 }).sahm).toBe(false);
    expect(at({ sahm: 0.49 }).sahm).toBe(true);
  });
});
