import { expect, it } from 'vitest';
import { tna } from '../../lambda/editions/tna.ts';
import { realMarket } from '../support/real-market.ts';
import { describeShared } from '../support/shared.ts';

/** Whether a price can be one that was traded in whole cents at `factor` times as much. */
const isWholeCents = (price: number, factor: number): boolean => {
  const cents = 100 * factor * price;
  return Math.abs(cents - Math.round(cents)) < 0.02 * factor;
};

describeShared('the splits of the edition', () => {
  const { market } = realMarket();

  it.each([...new Set(tna.splits.map(({ symbol }) => symbol))])('are those of %s’s ticks', (symbol) => {
    const { sessions, open, high, low, close } = market.get(symbol)!;
    const own = tna.splits.filter((split) => split.symbol === symbol);
    const factorOn = (session: string) =>
      own.filter(({ exDate }) => exDate > session).reduce((product, { ratio }) => product * ratio, 1);
    const isOn = (row: number, factor: number) =>
      [open, high, low, close].every((column) => isWholeCents(column![row]!, factor));
    for (const [row, session] of sessions.entries()) expect(isOn(row, factorOn(session)), session).toBe(true);
    // The close of the last session before a split has fractions of a cent, so that the split is on no earlier day.
    for (const { exDate } of own) {
      const before = sessions.findLastIndex((session) => session < exDate);
      expect(isOn(before, factorOn(exDate)), exDate).toBe(false);
    }
  });
});
