import { sessions as calendar } from '../../calendar/nyse.ts';
import type { Bars } from '../../series/bars.ts';
import { lastOnOrBefore, positionOf } from '../../series/position.ts';

/** Something in the bars that looks wrong and is left as it is, with the sessions on which it does. */
export interface Irregularity {
  readonly what: string;
  /** Ascending; never empty. */
  readonly sessions: readonly string[];
}

/** Rounding may put an open or a close this fraction outside its own bar without a word. */
const rounding = 1e-4;

type Test = (row: number) => boolean;

const noBar: Test = () => false;

/** The same prices and volume as the session before, though something was traded: a bar copied forward. */
function repeats({ open, high, low, close, volume }: Bars): Test {
  if (!open || !high || !low || !close) return noBar;
  const columns = volume === null ? [open, high, low, close] : [open, high, low, close, volume];
  return (row) =>
    row > 0 && high[row] !== low[row] && columns.every((values) => values[row] === values[row - 1]);
}

function outsideRange({ open, high, low, close }: Bars): Test {
  if (!high || !low) return noBar;
  const prices = [open, close].filter((column) => column !== null);
  return (row) => {
    const top = high[row]! * (1 + rounding);
    const bottom = low[row]! * (1 - rounding);
    return prices.some((column) => column[row]! > top || column[row]! < bottom);
  };
}

/** Bars that do not follow on the exchange's session before. Before the calendar begins nothing is known. */
function afterGaps({ sessions }: Bars): string[] {
  const after: string[] = [];
  let due = Math.max(0, lastOnOrBefore(calendar, sessions[0] ?? ''));
  for (const session of sessions) {
    if (calendar[due] !== session && session > calendar[0]!) {
      after.push(session);
      due = positionOf(calendar, session);
    }
    if (calendar[due] === session) due += 1;
  }
  return after;
}

/** All that looks wrong in one symbol's bars, to be named to the reader and never mended. */
export function irregularitiesOf(bars: Bars): readonly Irregularity[] {
  const { volume } = bars;
  const where = (test: Test) => (test === noBar ? [] : bars.sessions.filter((_, row) => test(row)));
  const found: readonly (readonly [string, readonly string[]])[] = [
    ['the bar of the session before comes again', where(repeats(bars))],
    ['nothing was traded (volume zero)', volume === null ? [] : where((row) => volume[row] === 0)],
    ['the open or the close is outside the range from low to high', where(outsideRange(bars))],
    ['sessions are missing just before', afterGaps(bars)],
  ];
  return found.flatMap(([what, sessions]) => (sessions.length === 0 ? [] : [{ what, sessions }]));
}

/** An irregularity as known on a session: null when it had not come up yet. */
export function describeIrregularity({ what, sessions }: Irregularity, session: string): string | null {
  const known = sessions.filter((date) => date <= session);
  const newest = known.at(-1);
  if (newest === undefined) return null;
  return known.length === 1
    ? `${newest}: ${what}`
    : `${newest} and ${known.length - 1} times before: ${what}`;
}
