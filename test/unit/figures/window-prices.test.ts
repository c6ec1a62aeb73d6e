import { expect, it } from 'vitest';
import { simulatedReport } from '../../support/briefings.ts';

it('the two prices of each return are those that it is made of, on the session and where its window starts', async () => {
  const { figures, windowPrices, session } = await simulatedReport('2025-11-14');
  const { end, starts } = windowPrices!;
  let checked = 0;
  for (const [window, start] of Object.entries(starts)) {
    expect(start.session < session).toBe(true);
    for (const [symbol, close] of Object.entries(start.closes)) {
      expect(end[symbol]! / close - 1).toBe(figures[`return.${symbol}.${window}`]!.value);
      checked += 1;
    }
  }
  expect(checked).toBeGreaterThan(100);
  expect(starts['5d']!.session).toBe('2025-11-07');
  expect(starts.ytd!.session).toBe('2024-12-31');
  expect(starts['1y']!.session).toBe('2024-11-14');
});
