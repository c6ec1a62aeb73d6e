import { describe, expect, it } from 'vitest';
import { levelDistance } from '../../../lambda/analytics/level-distance.ts';
import { ruinMove, scenarioReturn } from '../../../lambda/analytics/scenario-loss.ts';

describe('a daily-reset fund in a scenario', () => {
  it('moves by beta times the underlying', () => {
    for (const [move, fund] of [
      [-0.01, -0.03],
      [-0.03, -0.09],
      [-0.05, -0.15],
      [-0.07, -0.21],
      [-0.1, -0.3],
    ] as const)
      expect(scenarioReturn(move, 3)).toBeCloseTo(fund, 15);
    expect(scenarioReturn(-0.05, -3)).toBeCloseTo(0.15, 15);
  });

  it('loses everything at a third down, and no more than everything below', () => {
    expect(ruinMove(3)).toBeCloseTo(-1 / 3, 15);
    expect(scenarioReturn(ruinMove(3), 3)).toBe(-1);
    expect(scenarioReturn(-0.334, 3)).toBe(-1);
    expect(scenarioReturn(-0.5, 3)).toBe(-1);
    expect(scenarioReturn(0.4, -3)).toBe(-1);
  });
});

describe('the distance of a level', () => {
  it('is the move that reaches it', () => {
    expect(levelDistance(250, 245)).toBeCloseTo(-0.02, 15);
    expect(levelDistance(250, 252.5)).toBeCloseTo(0.01, 15);
    expect(250 * (1 + levelDistance(250, 233.7))).toBeCloseTo(233.7, 12);
  });
});
