import { isCovered, sessionsAfter } from '../../calendar/nyse.ts';
import type { Bars } from '../../series/bars.ts';

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

const isKnownStep = (from: string, to: string): boolean => isCovered(from) && isCovered(to);

/** Sessions are missing between the bar before and this one. */
const afterGap =
  ({ sessions }: Bars): Test =>
  (row) =>
    row > 0 &&
    isKnownStep(sessions[row - 1]!, sessions[row]!) &&
    sessionsAfter(sessions[row - 1]!, sessions[row]!) > 1;

/** All that looks wrong in one symbol's bars, to be named to the reader and never mended. */
export function irregularitiesOf(bars: Bars): readonly Irregularity[] {
  const { volume } = bars;
  const tests: readonly (readonly [string, Test])[] = [
    ['the bar of the session before comes again', repeats(bars)],
    ['nothing was traded (volume zero)', volume === null ? noBar : (row) => volume[row] === 0],
    ['the open or the close is outside the range from low to high', outsideRange(bars)],
    ['sessions are missing just before', afterGap(bars)],
  ];
  return tests.flatMap(([what, test]) => {
    const sessions = test === noBar ? [] : bars.sessions.filter((_, row) => test(row));
    return sessions.length === 0 ? [] : [{ what, sessions }];
  });
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
