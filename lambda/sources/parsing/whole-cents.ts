/** Sessions from which the basis is found: a year. */
const sample = 252;

/** Of fewer closes chance decides too often. */
const fewest = 21;

/** How near to a whole cent, in dollars, a price of whole cents is written. */
const noise = 1e-4;

/** Ratios by which the prices before a split of the last year are divided. */
const splitRatios = [2, 3, 4, 5, 6, 8, 10] as const;

/** From this share of whole cents on, closes are closes as traded. */
export const wholeShare = 0.5;

/**
 * Times 5 and 10 any price of three decimals is whole cents often or always: these ratios count only where the newest
 * closes, since the split, are whole cents themselves.
 */
const needsNewest: ReadonlySet<number> = new Set([5, 10]);
const newest = 3;

/**
 * The share of the last 252 closes that are whole cents, as every close of a US listing is. Closes before a split are
 * so times its ratio; the ratio that explains most is taken. Adjusted for dividends, closes are whole cents by chance
 * only. Measured over any year of 33 series, 2005 to 2025: as traded 1.00, adjusted under 0.1 (to 0.2 where written
 * with three or four decimals); adjusted and then rounded to cents the basis cannot be found. Null for fewer than 21 closes, which are no evidence.
 */
export function shareOfWholeCents(closes: Float64Array): number | null {
  const recent = closes.subarray(Math.max(0, closes.length - sample));
  if (recent.length < fewest) return null;
  const newestAreWhole = recent.subarray(-newest).every(isWholeCent);
  const ratios = [1, ...splitRatios].filter((ratio) => newestAreWhole || !needsNewest.has(ratio));
  const shares = ratios.map((ratio) => {
    let whole = 0;
    for (const close of recent)
      if (isWholeCent(close) || (ratio > 1 && isWholeCent(close * ratio))) whole += 1;
    return whole / recent.length;
  });
  return Math.max(...shares);
}

function isWholeCent(price: number): boolean {
  const cents = price * 100;
  return Math.abs(cents - Math.round(cents)) <= noise * 100;
}
