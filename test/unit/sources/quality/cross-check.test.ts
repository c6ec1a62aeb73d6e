import { describe, expect, it } from 'vitest';
import type { Bars } from '../../../../lambda/series/bars.ts';
import { compareCloses } from '../../../../lambda/sources/quality/cross-check.ts';

const sessions = ['2025-12-23', '2025-12-24', '2025-12-26', '2025-12-29', '2025-12-30', '2025-12-31'];
const series = (close: readonly number[] | null, of: readonly string[] = sessions): Bars => ({
  symbol: 'IWM',
  sessions: [...of],
  open: null,
  high: null,
  low: null,
  close: close === null ? null : Float64Array.from(close),
  adjusted: null,
  volume: null,
});
const flat = series([100, 100, 100, 100, 100, 100]);
const last = '2025-12-31';

describe('closes of two sources', () => {
  // docs/providers.md: closes that differ by more than 0.15 % are named to the reader.
  it.each([
    [100.149, []],
    [100.151, [last]],
    [99.851, []],
    [99.849, [last]],
  ])('of 100 and %d disagree on %j', (close, apart) => {
    const other = series([100, 100, 100, 100, 100, close]);
    expect(compareCloses(flat, other, last)?.apart).toEqual(apart);
  });

  it('are compared on the newest five sessions that both have, up to the one asked about', () => {
    const other = series([200, 200, 100, 100, 100, 200]);
    expect(compareCloses(flat, other, last)).toMatchObject({ apart: ['2025-12-24', last], session: last });
    expect(compareCloses(flat, other, '2025-12-30')?.apart).toEqual(['2025-12-23', '2025-12-24']);
    const without = series([200, 100, 100, 100, 100], sessions.toSpliced(4, 1));
    expect(compareCloses(flat, without, last)?.apart).toEqual(['2025-12-23']);
  });

  it('are described by the newest session on which they differ most, second against first', () => {
    const other = series([100, 101, 98, 100, 102, 100]);
    expect(compareCloses(flat, other, last)).toMatchObject({
      session: '2025-12-30',
      first: 100,
      second: 102,
      apart: ['2025-12-24', '2025-12-26', '2025-12-30'],
    });
    expect(compareCloses(flat, other, last)?.difference).toBeCloseTo(0.02, 12);
  });

  it('cannot be compared without a shared session, or where one source has none', () => {
    expect(compareCloses(flat, series([100], ['2025-12-22']), last)).toBeNull();
    expect(compareCloses(flat, series(null), last)).toBeNull();
    expect(compareCloses(series(null), flat, last)).toBeNull();
  });
});
