/** A price at which the path turned: how often, and when last, as a position in the columns. */
export interface SwingLevel {
  readonly price: number;
  readonly touches: number;
  readonly last: number;
}

/** Sessions on each side that a turn must exceed. */
const side = 2;

interface Turn {
  readonly price: number;
  readonly at: number;
}

/** Highs above all four neighbours, lows below all four. */
function turns(high: Float64Array, low: Float64Array): Turn[] {
  const found: Turn[] = [];
  for (let t = side; t < high.length - side; t++) {
    const beyond = (of: Float64Array, sign: number) => {
      for (let k = 1; k <= side; k++)
        if (!(sign * of[t]! > sign * of[t - k]! && sign * of[t]! > sign * of[t + k]!)) return false;
      return true;
    };
    if (beyond(high, 1)) found.push({ price: high[t]!, at: t });
    if (beyond(low, -1)) found.push({ price: low[t]!, at: t });
  }
  return found;
}

/**
 * Levels at which a price turned: turning points in order of price, gathered while each lies at most `reach` above the
 * first of its group; a level is the mean of its group. Ascending, in the unit of the price. Figures `swing.*`.
 *
 * @param high, low of consecutive sessions, none absent; the first two and the last two are neighbours only
 * @param reach in the unit of the price
 */
export function swingLevels(high: Float64Array, low: Float64Array, reach: number): SwingLevel[] {
  const sorted = turns(high, low).sort((a, b) => a.price - b.price || a.at - b.at);
  const groups: Turn[][] = [];
  for (const turn of sorted) {
    const group = groups.at(-1);
    if (group !== undefined && turn.price - group[0]!.price <= reach) group.push(turn);
    else groups.push([turn]);
  }
  return groups.map((group) => ({
    price: group.reduce((sum, { price }) => sum + price, 0) / group.length,
    touches: group.length,
    last: Math.max(...group.map(({ at }) => at)),
  }));
}
