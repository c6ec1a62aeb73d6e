import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { describeShared, sharedDir } from '../support/shared.ts';

/** The values of a series of FRED's download by their day. */
function valuesOf(series: string): ReadonlyMap<string, number> {
  const rows = readFileSync(join(sharedDir, `data/macro/${series}.csv`), 'utf8')
    .trim()
    .split('\n')
    .slice(1);
  return new Map(
    rows.flatMap((row) => {
      const [day = '', value = ''] = row.split(',');
      return value === '' || value === '.' ? [] : [[day, Number(value)] as const];
    }),
  );
}

describeShared('breakeven inflation by FRED', () => {
  // T5YIE is computed so where FRED's download cannot be had; DGS5 is not among the data here, the ten-year trio is.
  it('is the Treasury’s nominal yield less the real one on every day that has the three', () => {
    const [nominal, real] = [valuesOf('DGS10'), valuesOf('DFII10')];
    let days = 0;
    for (const [day, published] of valuesOf('T10YIE')) {
      const [whole, less] = [nominal.get(day), real.get(day)];
      if (whole === undefined || less === undefined) continue;
      days += 1;
      expect(whole - less, day).toBeCloseTo(published, 9);
    }
    expect(days).toBeGreaterThan(5_000);
  });
});
