/** A session among its neighbours, as far as wording needs them. Dates `YYYY-MM-DD`. */
export interface SessionContext {
  readonly session: string;
  readonly previous: string;
  readonly next: string;
  /** The calendar's name of the holiday that keeps the exchange shut before the next session; null for none. */
  readonly holidayAhead: string | null;
}

export type Period = 'year' | 'quarter' | 'month';

/**
 * Holidays as they are spoken of on their eve. New Year's is not among them: its eve ends the year, and says so.
 */
const eves: Readonly<Record<string, string>> = {
  'Martin Luther King Jr. Day': 'the Martin Luther King weekend',
  "Washington's Birthday": 'the Presidents’ Day weekend',
  'Good Friday': 'Easter',
  'Memorial Day': 'the Memorial Day weekend',
  Juneteenth: 'Juneteenth',
  'Independence Day': 'Independence Day',
  'Labor Day': 'the Labor Day weekend',
  'Thanksgiving Day': 'Thanksgiving',
  'Christmas Day': 'Christmas',
};

/** The longest calendar period that ends with this session; null when none does. */
export function endsPeriod({ session, next }: SessionContext): Period | null {
  return turn(session, next);
}

/** The longest calendar period that begins with this session; null when none does. */
export function beginsPeriod({ session, previous }: SessionContext): Period | null {
  return turn(previous, session);
}

/**
 * "end the year", "begin the quarter" for the verdict. A month's turn is too common to open with, and so is said
 * nowhere.
 */
export function periodVerb(neighbours: SessionContext): string | null {
  const ends = endsPeriod(neighbours);
  if (ends === 'year' || ends === 'quarter') return `end the ${ends}`;
  const begins = beginsPeriod(neighbours);
  if (begins === 'year' || begins === 'quarter') return `begin the ${begins}`;
  return null;
}

/** " before Thanksgiving" on the eve of a scheduled closure, else nothing. */
export function eve({ holidayAhead }: SessionContext): string {
  const spoken = holidayAhead === null ? undefined : eves[holidayAhead];
  return spoken === undefined ? '' : ` before ${spoken}`;
}

function turn(before: string, after: string): Period | null {
  if (before.slice(0, 4) !== after.slice(0, 4)) return 'year';
  if (before.slice(0, 7) === after.slice(0, 7)) return null;
  return quarterOf(before) === quarterOf(after) ? 'month' : 'quarter';
}

function quarterOf(date: string): number {
  return Math.floor((Number(date.slice(5, 7)) - 1) / 3);
}
