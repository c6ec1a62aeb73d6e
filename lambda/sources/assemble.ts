import { inOrder, type ScheduledEvent } from '../calendar/events.ts';
import { nextSession } from '../calendar/nyse.ts';
import type { Edition, MacroSpec } from '../editions/edition.ts';
import { InputError } from '../errors.ts';
import { noteOf, onOneLine } from '../outside-text.ts';
import { type JudgedMarket, judgeMarket } from '../quality/judge-market.ts';
import type { Bars } from '../series/bars.ts';
import type { Filings } from '../series/filings.ts';
import type { Flag, FlagCode } from '../series/flag.ts';
import type { Holdings } from '../series/holdings.ts';
import type { Observations } from '../series/observations.ts';
import type { Provenance, Snapshot } from '../series/snapshot.ts';
import { knownByFetch } from './known-by-fetch.ts';
import { type NamedPayload, ParseCache, type Understood } from './parse-cache.ts';
import { flagOf } from './parsing/irregularities.ts';
import { standsInFor, type Trust, trustBars, trustObservations } from './trust.ts';
import { trustFilings, trustHoldings } from './trust-disclosures.ts';
import { eventsOf, trustEvents } from './trust-events.ts';

export interface AssembleRequest {
  readonly edition: Edition;
  readonly session: string;
}

/** What payloads say for one session: a snapshot less its own name and time. */
export type Assembled = Pick<
  Snapshot,
  'market' | 'macro' | 'disclosures' | 'events' | 'provenance' | 'flags'
>;

/** Monthly and quarterly series are joined by the first day of their period, as FRED stamps them. */
function refuseOtherStamps({ dates }: Observations, spec: MacroSpec, origin: string): void {
  if (spec.frequency !== 'monthly' && spec.frequency !== 'quarterly') return;
  const stamp = spec.frequency === 'monthly' ? /-01$/ : /-(01|04|07|10)-01$/;
  const other = dates.find((date) => !stamp.test(date));
  if (other !== undefined)
    throw new InputError(
      `${other} is not the first day of a period, and ${spec.series} is ${spec.frequency}`,
      {
        file: origin,
        field: spec.series,
      },
    );
}

/** @throws InputError when the filings are of another company than the edition's */
function refuseOtherCompany({ symbol, company }: Filings, { filers }: Edition, origin: string): void {
  const wanted = filers.find((filer) => filer.symbol === symbol)?.cik;
  if (wanted !== undefined && wanted !== company)
    throw new InputError(`holds the filings of company ${company}, and ${symbol} is ${wanted}`, {
      file: origin,
    });
}

/** @throws InputError when one series came twice: which of them is meant would be a guess */
function refuseTwice(payloads: readonly NamedPayload[]): void {
  const origins = new Map<string, string>();
  for (const { key, origin } of payloads) {
    const other = origins.get(key);
    if (other !== undefined)
      throw new InputError(`holds ${key}, and ${other} holds it as well`, { file: origin });
    origins.set(key, origin);
  }
}

function provenanceOf(payload: NamedPayload, dates: readonly string[], trust: Trust): Provenance {
  const notes = [payload.note, ...trust.notes].filter((note) => note !== undefined);
  return {
    key: payload.key,
    source: payload.source,
    origin: onOneLine(payload.origin),
    raw: payload.raw,
    fetchedAt: payload.fetchedAt,
    rows: dates.length,
    first: dates[0] ?? '',
    last: dates.at(-1) ?? '',
    status: trust.status,
    ...(notes.length === 0 ? {} : { note: noteOf(notes.join('; ')) }),
  };
}

function flagsOf(
  payload: NamedPayload,
  { parsed, irregularities }: Understood,
  session: string,
  judged: JudgedMarket,
): Flag[] {
  // What is said of a session already is not said twice: of its bar, or of the hole before it.
  const refused = judged.flags.flatMap(({ subject, code, sessions = [] }) => {
    if (subject !== payload.key) return [];
    if (code === 'recent-hole') return sessions.map(nextSession);
    return code === 'refused-bar' ? sessions : [];
  });
  const said = parsed.complaints.map((text): Flag => ({ subject: payload.key, code: 'parser', text }));
  const seen = irregularities.flatMap(
    (irregularity) => flagOf(payload.key, irregularity, session, refused) ?? [],
  );
  return [...said, ...seen, ...(payload.flags ?? [])].map((flag) => ({ ...flag, text: noteOf(flag.text) }));
}

/** How far a symbol's bars serve, and which there are, once those that cannot be right are left out. */
function trustJudged(bars: Bars, session: string, { market, flags }: JudgedMarket) {
  const why = flags
    .filter(({ subject, code }) => subject === `bars:${bars.symbol}` && refusing.includes(code))
    .map(({ text }) => text);
  const sound = market.get(bars.symbol);
  const trust: Trust = sound === undefined ? { status: 'missing', notes: [] } : trustBars(sound, session);
  return { trust: { ...trust, notes: [...why, ...trust.notes] }, sessions: (sound ?? bars).sessions };
}

const refusing: readonly FlagCode[] = ['refused-bar', 'refused-series'];

/**
 * Parses payloads and judges them for a session: what each series holds, where it came from, how far it can be
 * trusted, and what in it looks wrong. Histories keep what lies after the session; whoever reads them cuts.
 *
 * @param cache of what was parsed for other sessions
 * @throws InputError when a payload cannot be used at all
 */
export function assemble(
  { edition, session }: AssembleRequest,
  payloads: readonly NamedPayload[],
  cache: ParseCache = new ParseCache(),
): Assembled {
  refuseTwice(payloads);
  const read = payloads.map((payload) => ({ payload, understood: cache.read(payload) }));
  const market = new Map<string, Bars>();
  const macro = new Map<string, Observations>();
  const filings = new Map<string, Filings>();
  const holdings = new Map<string, Holdings>();
  const events: ScheduledEvent[] = [];
  for (const { payload, understood } of read) {
    const { parsed } = understood;
    if (parsed.kind === 'bars') market.set(parsed.bars.symbol, parsed.bars);
    else if (parsed.kind === 'filings') filings.set(parsed.filings.symbol, parsed.filings);
    else if (parsed.kind === 'holdings') holdings.set(parsed.holdings.fund, parsed.holdings);
    else if (parsed.kind === 'macro')
      macro.set(parsed.observations.id, knownByFetch(parsed.observations, payload.knownBy));
    else if (trustEvents(parsed, payload.fetchedAt, session).status !== 'missing')
      events.push(...eventsOf(parsed, edition));
  }
  const judged = judgeMarket(edition, session, market);
  const specs = new Map(edition.macro.map((spec) => [spec.series, spec]));
  const provenance = read.map(({ payload, understood: { parsed } }) => {
    if (parsed.kind === 'bars') {
      const { symbol } = parsed.bars;
      const { trust, sessions } = trustJudged(parsed.bars, session, judged);
      const symbolMeant = standsInFor(edition, symbol, session, market);
      const status = symbolMeant !== null && trust.status === 'fresh' ? 'proxy' : trust.status;
      const notes =
        symbolMeant === null ? trust.notes : [`${symbol} stands in for ${symbolMeant}`, ...trust.notes];
      return provenanceOf(payload, sessions, { status, notes });
    }
    if (parsed.kind === 'filings') {
      refuseOtherCompany(parsed.filings, edition, payload.origin);
      const ends = parsed.filings.facts.map(({ end }) => end).sort();
      return provenanceOf(payload, ends, trustFilings(parsed.filings, session));
    }
    if (parsed.kind === 'holdings') {
      const { asOf, weights } = parsed.holdings;
      const trust = trustHoldings(parsed.holdings, session);
      return { ...provenanceOf(payload, [asOf], trust), rows: weights.size };
    }
    if (parsed.kind === 'events') {
      const trust = trustEvents(parsed, payload.fetchedAt, session);
      return provenanceOf(
        payload,
        parsed.events.map(({ date }) => date),
        trust,
      );
    }
    const { observations } = parsed;
    const spec = specs.get(observations.id);
    if (spec !== undefined) refuseOtherStamps(observations, spec, payload.origin);
    const trust: Trust =
      spec === undefined
        ? { status: 'fresh', notes: [] }
        : trustObservations(observations, session, spec, events);
    return provenanceOf(payload, observations.dates, trust);
  });
  const flags = [
    ...read.flatMap(({ payload, understood }) => flagsOf(payload, understood, session, judged)),
    ...judged.flags,
  ];
  return {
    market: judged.market,
    macro,
    disclosures: { filings, holdings },
    events: inOrder(events),
    provenance,
    flags,
  };
}
