import { describe, expect, test } from 'vitest';
import { endFormat, figureTicks, tickFormat } from '../../../../lambda/rendering/view/units.ts';

describe('the numbers at an axis', () => {
  test('have no percent sign where the figures drawn are points', () => {
    expect(figureTicks('excess.XLF:SPY.21d', 'fraction')(-0.06, 0.02)).toBe('−6');
    expect(figureTicks('gap.TNA.21d.total', 'fraction')(-0.005, 0.005)).toBe('−0.5');
    expect(tickFormat('percentage points')(0.04, 0.02)).toBe('4');
  });

  test('carry their unit where it is a percent', () => {
    expect(figureTicks('return.TNA.21d', 'fraction')(0.2, 0.1)).toBe('20\u202f%');
    expect(tickFormat('fraction')(0.025, 0.005)).toBe('2.5\u202f%');
  });
});

describe('the number at a line’s end', () => {
  test('is read to a tenth of a percent, to a hundredth of a point, and an index to a tenth', () => {
    expect(endFormat('fraction')(0.37971)).toBe('38.0\u202f%');
    expect(endFormat('percentage points')(0.02839)).toBe('2.84\u00a0pts');
    expect(endFormat('index')(83.93)).toBe('83.9');
  });
});
