/** Index of the last element that is on or before `date`, -1 when all are later. Dates ascending. */
export function lastOnOrBefore(dates: readonly string[], date: string): number {
  let low = 0;
  let high = dates.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (dates[middle]! <= date) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Index of exactly this date, -1 when it is not there. */
export function positionOf(dates: readonly string[], date: string): number {
  const at = lastOnOrBefore(dates, date);
  return at >= 0 && dates[at] === date ? at : -1;
}
