import { agreed, type Calendar } from '../calendar/agreed.ts';
import { nextSession } from '../calendar/nyse.ts';
import type { Edition } from '../editions/edition.ts';
import { noteOf, onOneLine } from '../outside-text.ts';
import { macroDisagreements } from '../quality/agreements.ts';
import { type JudgedMarket, judgeMarket } from '../quality/judge-market.ts';
import { reasonsIn } from '../report/published-text.ts';
import type { Bars } from '../series/bars.ts';
import type { Filings } from '../series/filings.ts';
import type { Flag, FlagCode } from '../series/flag.ts';
import type { FundValuation } from '../series/fund-valuation.ts';
import type { FundsFuture } from '../series/funds-future.ts';
import type { Holdings } from '../series/holdings.ts';
import type { Observations } from '../series/observations.ts';
import type { OptionsVolatility } from '../series/options-volatility.ts';
import type { Reason } from '../series/reason.ts';
import type { Results } from '../series/results.ts';
import type { Provenance, Snapshot } from '../series/snapshot.ts';
import { cutOff } from './files/cut-off.ts';
import { type LeftOut, sortOut } from './left-out.ts';
import { ParseCache, type ParsedPayload } from './parse-cache.ts';
import { flagOf } from './parsing/irregularities.ts';
import { withFetchVintage } from './quality/fetch-vintage.ts';
import { assessBars, assessObservations, type Freshness, standsInFor } from './quality/freshness.ts';
import { assessFilings, assessFuture, assessList, assessOptions } from './quality/freshness-disclosures.ts';
import { assessEvents, knownCalendar } from './quality/freshness-events.ts';
import type { HashedPayload } from './source.ts';

export interface AssembleRequest {
  readonly edition: Edition;
  readonly session: string;
}

/** What payloads say for one session: a snapshot less its own name and time. */
export type Assembled = Pick<
  Snapshot,
  'market' | 'macro' | 'disclosures' | 'events' | 'provenance' | 'flags'
>;

/** What the collection noted of a payload: the archive keeps it as one text, its parts one after the other. */
const notesOf = ({ note }: HashedPayload): readonly Reason[] =>
  reasonsIn(note).map((words) => ({ code: 'note', words: noteOf(words) }));

function provenanceOf(payload: HashedPayload, dates: readonly string[], freshness: Freshness): Provenance {
  const notes = [...notesOf(payload), ...freshness.notes];
  return {
    key: payload.key,
    source: payload.source,
    origin: onOneLine(payload.origin),
    raw: payload.raw,
    fetchedAt: payload.fetchedAt,
    rows: dates.length,
    first: dates[0] ?? '',
    last: dates.at(-1) ?? '',
    status: freshness.status,
    notes,
  };
}

function flagsOf(
  payload: HashedPayload,
  { parsed, irregularities }: ParsedPayload,
  session: string,
  judged: JudgedMarket,
): Flag[] {
  // What is said of a session already is not said twice: of its bar, or of the hole before it.
  const refused = judged.flags.flatMap(({ subject, code, sessions = [] }) => {
    if (subject !== payload.key) return [];
    if (code === 'recent-hole' || code === 'past-holes') return sessions.map(nextSession);
    return code === 'refused-bar' ? sessions : [];
  });
  const said = parsed.complaints.map((text): Flag => ({ subject: payload.key, code: 'parser', text }));
  const seen = irregularities.flatMap(
    (irregularity) => flagOf(payload.key, irregularity, session, refused) ?? [],
  );
  return [...said, ...seen, ...(payload.flags ?? [])].map((flag) => ({
    ...flag,
    subject: onOneLine(flag.subject),
    text: noteOf(flag.text),
  }));
}

const leftOutFlag = ({ payload, why }: LeftOut): Flag => ({
  subject: payload.key,
  code: 'left-out',
  text: `not used: ${why}`,
});

function leftOutEntry({ payload, why }: LeftOut): Provenance {
  return provenanceOf(payload, [], { status: 'missing', notes: [{ code: 'not-used', why: noteOf(why) }] });
}

/** Provenance in the order in which the payloads came. */
function byPayload(payloads: readonly HashedPayload[]) {
  const places = new Map(payloads.map(({ key }, at) => [key, at]));
  return (a: Provenance, b: Provenance) => places.get(a.key)! - places.get(b.key)!;
}

/** How far a symbol's bars serve, and which there are, once those that cannot be right are left out. */
function judgedFreshness(bars: Bars, session: string, { market, flags }: JudgedMarket) {
  const why = flags
    .filter(({ subject, code }) => subject === `bars:${bars.symbol}` && refusing.includes(code))
    .map(({ text }): Reason => ({ code: 'note', words: noteOf(text) }));
  const sound = market.get(bars.symbol);
  const freshness: Freshness =
    sound === undefined ? { status: 'missing', notes: [] } : assessBars(sound, session);
  return {
    freshness: { ...freshness, notes: [...why, ...freshness.notes] },
    sessions: (sound ?? bars).sessions,
  };
}

const refusing: readonly FlagCode[] = ['refused-bar', 'refused-series'];

/**
 * Parses payloads and judges them for a session: what each series holds, where it came from, how far it can be
 * trusted, and what in it looks wrong. Histories keep what lies after the session; their readers leave it out.
 *
 * @param cache of what was parsed for other sessions
 * @throws InputError when a required series cannot be used; any other is left out and named
 */
export function assemble(
  { edition, session }: AssembleRequest,
  payloads: readonly HashedPayload[],
  cache: ParseCache = new ParseCache(),
): Assembled {
  const { used: read, leftOut } = sortOut(edition, payloads, cache);
  const market = new Map<string, Bars>();
  const macro = new Map<string, Observations>();
  const concepts = {
    filings: new Map<string, Filings>(),
    income: new Map<string, Filings>(),
    shares: new Map<string, Filings>(),
  };
  const results = new Map<string, Results>();
  const holdings = new Map<string, Holdings>();
  const valuations = new Map<string, FundValuation>();
  const options = new Map<string, OptionsVolatility>();
  const futures = new Map<string, FundsFuture>();
  const calendars: Calendar[] = [];
  for (const { payload, reading } of read) {
    const { parsed } = reading;
    if (parsed.kind === 'bars') market.set(parsed.bars.symbol, parsed.bars);
    else if (parsed.kind === 'filings' || parsed.kind === 'income' || parsed.kind === 'shares')
      concepts[parsed.kind].set(parsed.filings.symbol, parsed.filings);
    else if (parsed.kind === 'results') results.set(parsed.results.symbol, parsed.results);
    else if (parsed.kind === 'holdings') holdings.set(parsed.holdings.fund, parsed.holdings);
    else if (parsed.kind === 'valuation') valuations.set(parsed.valuation.fund, parsed.valuation);
    else if (parsed.kind === 'options') options.set(parsed.options.symbol, parsed.options);
    else if (parsed.kind === 'futures') futures.set(parsed.future.month, parsed.future);
    else if (parsed.kind === 'macro')
      macro.set(parsed.observations.id, withFetchVintage(parsed.observations, payload.knownBy));
    else if (assessEvents(parsed, payload, session).status !== 'missing')
      calendars.push(knownCalendar(parsed, payload.source, session, edition));
  }
  const events = agreed(calendars);
  const judged = judgeMarket(edition, session, market);
  const specs = new Map(edition.macro.map((spec) => [spec.series, spec]));
  const provenance = read.map(({ payload, reading: { parsed } }) => {
    if (parsed.kind === 'bars') {
      const { symbol } = parsed.bars;
      const { freshness, sessions } = judgedFreshness(parsed.bars, session, judged);
      const symbolMeant = standsInFor(edition, symbol, session, market);
      const status = symbolMeant !== null && freshness.status === 'fresh' ? 'proxy' : freshness.status;
      const notes: readonly Reason[] =
        symbolMeant === null
          ? freshness.notes
          : [{ code: 'stands-in', subject: symbol, replaces: symbolMeant }, ...freshness.notes];
      return provenanceOf(payload, sessions, { status, notes });
    }
    if (parsed.kind === 'filings' || parsed.kind === 'income' || parsed.kind === 'shares') {
      const ends = parsed.filings.facts.map(({ end }) => end).sort();
      return provenanceOf(payload, ends, assessFilings(parsed.kind, parsed.filings, session));
    }
    if (parsed.kind === 'results')
      return provenanceOf(payload, parsed.results.sessions, { status: 'fresh', notes: [] });
    if (parsed.kind === 'valuation')
      return provenanceOf(payload, [parsed.valuation.asOf], assessList(parsed.valuation, session));
    if (parsed.kind === 'holdings') {
      const { asOf, weights } = parsed.holdings;
      const freshness = assessList(parsed.holdings, session);
      return { ...provenanceOf(payload, [asOf], freshness), rows: weights.size };
    }
    if (parsed.kind === 'options')
      return provenanceOf(payload, [parsed.options.asOf], assessOptions(parsed.options, session));
    if (parsed.kind === 'futures')
      return provenanceOf(payload, parsed.future.sessions, assessFuture(parsed.future, session));
    if (parsed.kind === 'events') {
      const freshness = assessEvents(parsed, payload, session);
      const dates = parsed.events.map(({ date }) => date);
      const entry = provenanceOf(payload, dates, freshness);
      return parsed.covers === undefined ? entry : { ...entry, last: parsed.covers.through };
    }
    const { observations } = parsed;
    const spec = specs.get(observations.id);
    const freshness: Freshness =
      spec === undefined
        ? { status: 'fresh', notes: [] }
        : assessObservations(observations, session, spec, events);
    return provenanceOf(payload, observations.dates, freshness);
  });
  const flags = [
    ...leftOut.map(leftOutFlag),
    ...cutOff(read.map(({ payload }) => payload)),
    ...macroDisagreements(edition, session, macro),
    ...read.flatMap(({ payload, reading }) => flagsOf(payload, reading, session, judged)),
    ...judged.flags,
  ];
  return {
    market: judged.market,
    macro,
    disclosures: { ...concepts, results, holdings, valuations, options, futures },
    events,
    provenance: [...provenance, ...leftOut.map(leftOutEntry)].sort(byPayload(payloads)),
    flags,
  };
}
