import type { HistoryFile } from './course.ts';

/** Fewest sessions by which a spread is measured. */
const fewest = 20;
/** Sessions of a year. */
const window = 252;

/**
 * Standard deviation of every figure over the last 252 sessions before one, by id: nothing of the session itself or after
 * it. Figures with fewer than twenty numbers, or that never moved, have none.
 */
export function spreadsOf(files: readonly HistoryFile[], before: string): ReadonlyMap<string, number> {
  const sums = new Map<string, [count: number, sum: number, squares: number]>();
  const sessions = new Set(files.flatMap((file) => file.sessions.map(([session]) => session)));
  const first =
    [...sessions]
      .filter((session) => session < before)
      .sort()
      .at(-window) ?? '';
  for (const { ids, sessions: lines } of files)
    for (const [session, , values] of lines) {
      if (session >= before || session < first) continue;
      values.forEach((value, at) => {
        if (typeof value !== 'number') return;
        const id = ids[at]!;
        const [count, sum, squares] = sums.get(id) ?? [0, 0, 0];
        sums.set(id, [count + 1, sum + value, squares + value * value]);
      });
    }
  const spreads = new Map<string, number>();
  for (const [id, [count, sum, squares]] of sums) {
    const variance = (squares - (sum * sum) / count) / (count - 1);
    // What is left of the squares of a figure that never moved is rounding.
    if (count >= fewest && variance > 1e-12 * (squares / count)) spreads.set(id, Math.sqrt(variance));
  }
  return spreads;
}
