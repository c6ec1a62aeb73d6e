const names = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** First day of a month from its English name, whole or its first three letters, and a year; null when it is none. */
export function firstOfMonth(name: string, year: string): string | null {
  const month = names.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  return month === 0 || !/^\d{4}$/.test(year) ? null : `${year}-${String(month).padStart(2, '0')}-01`;
}
