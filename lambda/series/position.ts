/** Index of the first element that is on or after `date`, the length when all are earlier. Dates ascending. */
export function firstOnOrAfter(dates: readonly string[], date: string): number {
  let low = 0;
  let high = dates.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (dates[middle]! < date) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Index of exactly this date, -1 when it is not there. */
export function positionOf(dates: readonly string[], date: string): number {
  const at = firstOnOrAfter(dates, date);
  return dates[at] === date ? at : -1;
}

/** Index of the last element that is on or before `date`, of several of that date the last; -1 when all are later. */
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
