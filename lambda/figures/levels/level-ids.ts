/** Averages of closes that are levels, in sessions. */
export const averages = [20, 50, 200] as const;

/** The ids of a symbol's price levels: averages, the year's extremes, the next session's pivots. */
export function levelIds(symbol: string): string[] {
  return [
    ...averages.map((window) => `sma.${symbol}.${window}`),
    `high52w.${symbol}`,
    `low52w.${symbol}`,
    ...['R2', 'R1', 'P', 'S1', 'S2'].map((pivot) => `pivot.${symbol}.${pivot}`),
  ];
}
