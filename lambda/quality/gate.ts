import { previousSession } from '../calendar/nyse.ts';
import type { Edition } from '../editions/edition.ts';
import { GateError } from '../errors.ts';
import type { Bars } from '../series/bars.ts';
import type { Flag } from '../series/flag.ts';
import { lastOnOrBefore } from '../series/position.ts';

/** A required series that does not serve the session, and why. */
export interface Shortfall {
  readonly symbol: string;
  /** A sentence's worth, as in "IWM has no bar of 2025-12-31". */
  readonly text: string;
  /** What the symbol has, of a text that says no more: `no bar of 2025-12-31`. Of several symbols it is said once. */
  readonly has?: string;
  /** The session of which there is no bar. */
  readonly day?: string;
}

/** What the gate looks at: the prices that may be used, and why others may not. */
export interface Prices {
  readonly market: ReadonlyMap<string, Bars>;
  readonly flags: readonly Flag[];
}

function shortfallOf(symbol: string, session: string, { market, flags }: Prices): Shortfall | null {
  const bars = market.get(symbol);
  const own = flags.filter(({ subject }) => subject === `bars:${symbol}`);
  const refused = own.find(({ code }) => code === 'refused-series');
  if (refused !== undefined) return { symbol, text: refused.text };
  const first = bars?.sessions[0];
  if (bars === undefined || first === undefined) return lacking(symbol, 'no data');
  if (first > session)
    return { symbol, text: `the data at hand of ${symbol} begin on ${first}, after the session` };
  const { sessions } = bars;
  const at = lastOnOrBefore(sessions, session);
  const newest = sessions[at]!;
  if (newest !== session)
    return (
      leftOut(symbol, session, own) ??
      lacking(symbol, `no bar of ${session}; the newest before it is of ${newest}`, session)
    );
  // Without it the return of the day would be that of two.
  const before = previousSession(session);
  return sessions[at - 1] === before
    ? null
    : (leftOut(symbol, before, own) ??
        lacking(symbol, `no bar of ${before}, the session before ${session}`, before));
}

const lacking = (symbol: string, has: string, day?: string): Shortfall => ({
  symbol,
  text: `${symbol} has ${has}`,
  has,
  ...(day === undefined ? {} : { day }),
});

/** Why the bar of a session that the series had is not used; null when it had none. */
function leftOut(symbol: string, session: string, flags: readonly Flag[]): Shortfall | null {
  const flag = flags.find(({ code, sessions }) => code in whyLeftOut && sessions?.includes(session) === true);
  if (flag === undefined) return null;
  return { symbol, text: whyLeftOut[flag.code as keyof typeof whyLeftOut](symbol, session, flag) };
}

const whyLeftOut = {
  'refused-bar': (_: string, __: string, { text }: Flag) => text,
  'copied-bar': (symbol: string, session: string) => `${symbol}’s bar of ${session} repeats an earlier one`,
  'blank-row': (symbol: string, session: string) => `${symbol}’s row of ${session} has no price`,
};

/**
 * Which required series do not serve the session: none, and an ordinary briefing may be published. Each must have a
 * bar of the session and of the session before it that can be right.
 */
export function shortfalls(
  edition: Pick<Edition, 'required'>,
  session: string,
  prices: Prices,
): readonly Shortfall[] {
  return edition.required.flatMap((symbol) => shortfallOf(symbol, session, prices) ?? []);
}

/** The refusal to publish without them; what several symbols share is said once. */
export function refusal(session: string, short: readonly Shortfall[]): GateError {
  return new GateError(
    `no briefing for ${session}: ${saidOnce(short).join('; ')}`,
    short.map(({ symbol }) => symbol),
    {
      hint: `${closedPerhaps(short)}Bring the right data, or publish a briefing marked INCOMPLETE with --allow-incomplete.`,
    },
  );
}

/** So many symbols lack a day for a reason of the day's. */
const several = 3;

/** Where several symbols lack one day alike, the calendar may be wrong: no rule foretells a day of mourning or a storm. */
function closedPerhaps(short: readonly Shortfall[]): string {
  const [day, ...others] = new Set(short.map((one) => one.day));
  return short.length < several || day === undefined || others.length > 0
    ? ''
    : `If the exchange was closed on ${day}, that has to be added to lambda/calendar/closures.ts. `;
}

/** What is missing, a sentence's worth each; what holds for several symbols alike is said once for all of them. */
function saidOnce(short: readonly Shortfall[]): readonly string[] {
  const symbolsBy = new Map<string, string[]>();
  for (const { symbol, text, has } of short) {
    const key = has ?? text;
    symbolsBy.set(key, [...(symbolsBy.get(key) ?? []), ...(has === undefined ? [] : [symbol])]);
  }
  return [...symbolsBy].map(([rest, symbols]) => {
    if (symbols.length === 0) return rest;
    return `${symbols.join(', ')} ${symbols.length === 1 ? 'has' : 'have'} ${rest}`;
  });
}
