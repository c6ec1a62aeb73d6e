import { describe, expect, it } from 'vitest';
import { blockLength } from '../../../lambda/analytics/block-length.ts';
import { fnv1a, mulberry32 } from '../../../lambda/analytics/seeded-random.ts';
import { resampledDifferences } from '../../../lambda/analytics/stationary-bootstrap.ts';

const numbers = (seed: number, n: number): number[] => {
  const next = mulberry32(seed);
  return Array.from({ length: n }, () => next());
};

describe('the stream of numbers', () => {
  it('is that of the contract', () => {
    expect(fnv1a('excess.21d')).toBe(2_049_835_599);
    expect(numbers(2_049_835_599, 4)).toEqual([
      0.5227787413168699, 0.6608732170425355, 0.6057328917086124, 0.8909144240897149,
    ]);
    expect(numbers(1, 3)).toEqual([0.6270739405881613, 0.002735721180215478, 0.5274470399599522]);
  });

  it('has the seeds that the authors of FNV print', () => {
    expect([fnv1a(''), fnv1a('a'), fnv1a('foobar')]).toEqual([0x811c9dc5, 0xe40c292c, 0xbf9cf968]);
    expect(fnv1a('é')).toBe(fnv1a('\u00e9'));
    expect(fnv1a('é')).not.toBe(fnv1a('e'));
  });
});

describe('the length of blocks', () => {
  /** Computed by a transcription of the papers' sums in another language. */
  it.each([
    ['a series that forgets within some steps', autoregression(600, 0.6), 9.670656451269776],
    [
      'one that alternates and grows, none of whose lags is quiet',
      Array.from({ length: 100 }, (_, i) => (-1) ** i + 0.001 * i * i),
      14.161995934288601,
    ],
    ['one that hardly turns', Array.from({ length: 400 }, (_, i) => Math.sin(i / 40)), 32.8654849952377],
  ])('of %s', (_, values, expected) => {
    expect(blockLength(Float64Array.from(values))).toBeCloseTo(expected, 10);
  });

  it('is at most three roots of the count, and a third of it', () => {
    // A move that comes back at once leaves no spectrum at zero, by which the length is divided.
    const undone = (n: number) =>
      Float64Array.from({ length: n }, (_, i) => (i === 3 ? 1 : i === 4 ? -1 : 0));
    expect(blockLength(undone(100))).toBe(30);
    expect(blockLength(undone(20))).toBe(7);
  });

  function autoregression(n: number, weight: number): number[] {
    const next = mulberry32(42);
    let value = 0;
    return Array.from({ length: n }, () => (value = weight * value + next() - 0.5));
  }
});

describe('the resampled differences', () => {
  const outcomes = Float64Array.from(numbers(3, 60));
  const groups = [[1, 5, 7, 30, 31, 32, 59], [58], [...outcomes.keys()]].map((rows) => Int32Array.from(rows));

  it('are those of histories put together observation by observation', () => {
    const naive = observationByObservation([...outcomes], groups, 7.5, 99);
    const drawn = resampledDifferences(outcomes, groups, 7.5, 99);
    for (const [group, expected] of naive.entries()) {
      expect(drawn[group]!.length).toBe(expected.length);
      for (const [i, difference] of expected.entries()) expect(drawn[group]![i]).toBeCloseTo(difference, 12);
    }
    expect(drawn.map(({ length }) => length)[1]).toBeLessThan(499);
    expect(drawn[2]!.length).toBe(499);
  });

  it('are the same where more blocks are drawn than there is room for at first', () => {
    // Of blocks so long one a resample is expected, and three more in all: for a tenth of the seeds that is too few.
    const few = Float64Array.of(1, 2, 4, 8, 16, 32, 64, 128);
    for (let seed = 1; seed <= 40; seed++) {
      const [naive] = observationByObservation([...few], [Int32Array.of(1)], 2000, seed);
      const [drawn] = resampledDifferences(few, [Int32Array.of(1)], 2000, seed);
      expect(drawn).toHaveLength(naive!.length);
      for (const [i, difference] of naive!.entries()) expect(drawn![i]).toBeCloseTo(difference, 12);
    }
  });

  it('of all observations are none', () => {
    for (const difference of resampledDifferences(outcomes, [groups[2]!], 3, 1)[0]!)
      expect(difference).toBeCloseTo(0, 12);
  });

  function observationByObservation(
    values: readonly number[],
    of: readonly Int32Array[],
    block: number,
    seed: number,
  ): number[][] {
    const next = mulberry32(seed);
    const found = of.map(() => [] as number[]);
    for (let resample = 0; resample < 499; resample++) {
      const rows: number[] = [];
      while (rows.length < values.length) {
        const start = Math.floor(next() * values.length);
        const length = 1 + Math.floor(Math.log(1 - next()) / Math.log(1 - 1 / block));
        for (let i = 0; i < length && rows.length < values.length; i++)
          rows.push((start + i) % values.length);
      }
      const average = (those: readonly number[]) =>
        those.reduce((sum, row) => sum + values[row]!, 0) / those.length;
      for (const [group, cases] of of.entries()) {
        const such = rows.filter((row) => cases.includes(row));
        if (such.length > 0) found[group]!.push(average(such) - average(rows));
      }
    }
    return found;
  }
});
