import { sessions as calendar } from '../../calendar/nyse.ts';
import { counted } from '../../counted.ts';
import type { Copy } from '../../quality/copies.ts';
import type { Bars } from '../../series/bars.ts';
import type { Flag, FlagCode } from '../../series/flag.ts';
import { firstOnOrAfter } from '../../series/position.ts';

/** Something in the bars that looks wrong and is left as it is, with the sessions on which it does. */
export interface Irregularity {
  readonly code: FlagCode;
  readonly what: string;
  /** Ascending; never empty. */
  readonly sessions: readonly string[];
}

/** Rounding may put an open or a close this fraction outside its own bar without a word. */
const rounding = 1e-4;

type Test = (row: number) => boolean;

const noBar: Test = () => false;

function outsideRange({ open, high, low, close }: Bars): Test {
  if (!high || !low) return noBar;
  const prices = [open, close].filter((column) => column !== null);
  return (row) => {
    const top = high[row]! * (1 + rounding);
    const bottom = low[row]! * (1 - rounding);
    return prices.some((column) => column[row]! > top || column[row]! < bottom);
  };
}

/**
 * Bars that do not follow on the exchange's session before, and bars of days without one. Before the calendar begins
 * nothing is known.
 */
function againstCalendar({ sessions }: Bars): { readonly afterHole: string[]; readonly closed: string[] } {
  const afterHole: string[] = [];
  const closed: string[] = [];
  let due = firstOnOrAfter(calendar, sessions[0] ?? '');
  for (const session of sessions) {
    if (calendar[due] === session) due += 1;
    else if (session > calendar[0]!) {
      const at = firstOnOrAfter(calendar, session);
      if (calendar[at] !== session) closed.push(session);
      else {
        if (at > due) afterHole.push(session);
        due = at + 1;
      }
    }
  }
  return { afterHole, closed };
}

/** All that looks wrong in one symbol's bars, to be named to the reader and never mended. */
export function irregularitiesOf(bars: Bars): readonly Irregularity[] {
  const { volume } = bars;
  const { afterHole, closed } = againstCalendar(bars);
  const where = (test: Test) => (test === noBar ? [] : bars.sessions.filter((_, row) => test(row)));
  const found: readonly Irregularity[] = [
    {
      code: 'no-volume',
      what: 'nothing was traded (volume zero)',
      sessions: volume === null ? [] : where((row) => volume[row] === 0),
    },
    {
      code: 'outside-range',
      what: 'the open or the close is outside the range from low to high',
      sessions: where(outsideRange(bars)),
    },
    { code: 'after-hole', what: 'sessions are missing just before', sessions: afterHole },
    { code: 'closed-day', what: 'the exchange was closed: the bar is left out', sessions: closed },
  ];
  return found.filter(({ sessions }) => sessions.length > 0);
}

/** Bars that repeat an earlier one and were left out. */
export const copiesAsIrregularity = (copies: readonly Copy[]): readonly Irregularity[] =>
  copies.length === 0
    ? []
    : [
        {
          code: 'copied-bar',
          what: 'the bar repeats an earlier one and is left out',
          sessions: copies.map(({ session }) => session),
        },
      ];

/** Of bars that are left out the gate asks whether one is the session's. */
const tellsSessions: readonly FlagCode[] = ['copied-bar', 'blank-row', 'refused-bar'];

/**
 * An irregularity as known on a session: null when it had not come up yet.
 * @param refused sessions of which something worse is said already
 */
export function flagOf(
  subject: string,
  { code, what, sessions }: Irregularity,
  session: string,
  refused: readonly string[] = [],
): Flag | null {
  const known = sessions.filter((date) => date <= session && !refused.includes(date));
  const newest = known.at(-1);
  if (newest === undefined) return null;
  const text =
    known.length === 1
      ? `${newest}: ${what}`
      : `${newest} and ${counted(known.length - 1, 'time')} before: ${what}`;
  return { subject, code, text, ...(tellsSessions.includes(code) ? { sessions: known } : {}) };
}
