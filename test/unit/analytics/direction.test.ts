import { describe, expect, it } from 'vitest';
import { direction, typicalChange } from '../../../lambda/analytics/direction.ts';
import fc from '../../support/fast-check.ts';

describe('direction', () => {
  it('calls a change by its sign once it is more than a quarter of the typical one', () => {
    expect(direction(4.5, 4.4, 0.1)).toBe('rising');
    expect(direction(4.3, 4.4, 0.1)).toBe('falling');
    expect(direction(4.42, 4.4, 0.1)).toBe('little changed');
    expect(direction(1.25, 1, 1)).toBe('little changed');
    expect(direction(1.2500001, 1, 1)).toBe('rising');
  });

  it('calls just a quarter little changed, whatever the last bit of a difference is', () => {
    // as doubles 0.0146 - 0.0144 is above 0.0002
    expect(direction(0.0146, 0.0144, 0.0008)).toBe('little changed');
    expect(direction(0.0144, 0.0146, 0.0008)).toBe('little changed');
    expect(direction(0.0147, 0.0144, 0.0008)).toBe('rising');
  });

  it('counts any change of a series that mostly does not change', () => {
    expect(direction(3.75, 4, 0)).toBe('falling');
    expect(direction(4, 4, 0)).toBe('little changed');
  });

  it('turns round with its values', () => {
    const value = fc.double({ min: -100, max: 100, noNaN: true });
    const opposite = { rising: 'falling', falling: 'rising', 'little changed': 'little changed' } as const;
    fc.assert(
      fc.property(value, value, fc.double({ min: 0, max: 10, noNaN: true }), (a, b, typical) => {
        expect(direction(a, b, typical)).toBe(opposite[direction(b, a, typical)]);
      }),
    );
  });
});

describe('typical change', () => {
  it('is the median of the absolute changes', () => {
    expect(typicalChange(Float64Array.of(1, 2, 4, 3, 3))).toBe(1);
    expect(typicalChange(Float64Array.of(0, 1, 3, 6, 10))).toBe(2.5);
  });

  it('can look further back than one reading', () => {
    // back from the newest: 2 after 1, 1 after 0; 7 and 5 are passed over
    expect(typicalChange(Float64Array.of(0, 5, 1, 7, 2), 2)).toBe(1);
    expect(typicalChange(Float64Array.of(0, 5), 2)).toBeNull();
    expect(typicalChange(Float64Array.of(0, 5, 9, 2, 9, 9, 6), 3)).toBe(3);
  });

  it('leaves out the two changes next to a gap', () => {
    expect(typicalChange(Float64Array.of(1, 2, Number.NaN, 50, 53))).toBe(2);
    expect(typicalChange(Float64Array.of(1, Number.NaN, 2))).toBeNull();
    expect(typicalChange(Float64Array.of())).toBeNull();
  });
});
