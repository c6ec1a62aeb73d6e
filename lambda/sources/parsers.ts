import { InputError } from '../errors.ts';
import type { Bars } from '../series/bars.ts';
import type { Filings } from '../series/filings.ts';
import type { Holdings } from '../series/holdings.ts';
import type { Observations } from '../series/observations.ts';
import { parseBars, parseObservations } from './files/parse.ts';
import type { ParsedEvents } from './parsing/events.ts';
import type { Irregularity } from './parsing/irregularities.ts';
import { parseCached } from './parsing/parse-cached.ts';
import type {
  ParseContext,
  ParsedBars,
  ParsedHoldings,
  ParsedObservations,
  ParsedOptions,
} from './parsing/parsed.ts';
import { parseAlpaca } from './providers/alpaca/parse.ts';
import { parseBeaCalendar } from './providers/bea-calendar/parse.ts';
import { parseBls } from './providers/bls/parse.ts';
import { parseBlsCalendar } from './providers/bls-calendar/parse.ts';
import { parseBoardCalendar } from './providers/board-calendar/parse.ts';
import { parseCboeChart } from './providers/cboe-chart/parse.ts';
import { parseCboeIndex, parseCboeIndexCloses } from './providers/cboe-index/parse.ts';
import { parseCboeOptions } from './providers/cboe-quote/options.parse.ts';
import { parseChicagofed } from './providers/chicagofed/parse.ts';
import { parseDirexion } from './providers/direxion/parse.ts';
import { parseEmpire } from './providers/empire/parse.ts';
import { parseFinnhub } from './providers/finnhub/parse.ts';
import { parseFred } from './providers/fred/parse.ts';
import { parseFredReleases } from './providers/fred-releases/parse.ts';
import { parseFredgraph } from './providers/fredgraph/parse.ts';
import { parseIshares } from './providers/ishares/parse.ts';
import { parseMassive } from './providers/massive/parse.ts';
import { parseMichigan } from './providers/michigan/parse.ts';
import { parseNasdaq } from './providers/nasdaq/parse.ts';
import { parseNyfed } from './providers/nyfed/parse.ts';
import { parsePhiladelphiafed } from './providers/philadelphiafed/parse.ts';
import { parseConcept } from './providers/sec/parse.ts';
import { parseTiingo } from './providers/tiingo/parse.ts';
import { parseTreasury } from './providers/treasury/parse.ts';
import { parseYahoo } from './providers/yahoo/parse.ts';
import { parseSchedule } from './schedule/parse.ts';
import type { Payload } from './source.ts';

/** A payload understood. */
export type Parsed = ParsedMarket | ParsedMacro | ParsedDisclosure | ParsedCalendar;

export interface ParsedMarket {
  readonly kind: 'bars';
  readonly bars: Bars;
  /** What looked wrong or was left out, each a sentence for the reader. */
  readonly complaints: readonly string[];
  /** The same where it is a matter of single days: a session is told only of those up to it. */
  readonly irregularities?: readonly Irregularity[];
}

export interface ParsedMacro {
  readonly kind: 'macro';
  readonly observations: Observations;
  readonly complaints: readonly string[];
}

/** What a company, a fund or an exchange publishes of the day. */
export type ParsedDisclosure =
  | { readonly kind: 'filings'; readonly filings: Filings; readonly complaints: readonly string[] }
  | { readonly kind: 'holdings'; readonly holdings: Holdings; readonly complaints: readonly string[] }
  | ({ readonly kind: 'options' } & ParsedOptions);

/** Dates to come, as they were known when they were collected. */
export interface ParsedCalendar extends ParsedEvents {
  readonly kind: 'events';
}

/** Reads one payload. @throws InputError that names the payload's origin, and row and field where there are any */
export type Parser = (payload: Payload) => Parsed;

const kinds = ['bars', 'macro', 'filings', 'holdings', 'options', 'events'] as const;

/** The two halves of a payload's key: `bars:IWM` is the bars of IWM, `filings:AAPL` what Apple has filed, `events:earnings` a calendar. */
export function readKey(key: string): { readonly kind: Parsed['kind']; readonly series: string } {
  const at = key.indexOf(':');
  const kind = kinds.find((one) => one === key.slice(0, at));
  const series = key.slice(at + 1);
  if (kind === undefined || series === '')
    throw new InputError(`${key} is not the key of a series such as bars:IWM or macro:DGS2`);
  return { kind, series };
}

const csvFile: Parser = ({ key, source, origin, fetchedAt, writtenAt, bytes }) => {
  const { kind, series } = readKey(key);
  const about = { series, fetchedAt, writtenAt, file: origin, inCents: source !== 'simulated' };
  if (kind === 'bars') return { kind, ...parseBars(bytes, about) };
  if (kind === 'macro') return { kind, ...parseObservations(bytes, about) };
  throw new InputError(`no file holds ${kind}`, { file: origin });
};

type Reader<T> = (bytes: Uint8Array, about: ParseContext) => T;

const provider =
  (market: Reader<ParsedBars> | null, macro: Reader<ParsedObservations> | null): Parser =>
  ({ key, source, fetchedAt, bytes }) => {
    const { kind, series } = readKey(key);
    if (kind === 'bars' && market !== null)
      return { kind, ...parseCached(market, bytes, { series, fetchedAt }) };
    if (kind === 'macro' && macro !== null)
      return { kind, ...parseCached(macro, bytes, { series, fetchedAt }) };
    throw new InputError(`${source} has no series of the kind ${kind}`);
  };

const concepts: Parser = ({ key, fetchedAt, bytes }) => {
  const { series } = readKey(key);
  return { kind: 'filings', ...parseConcept(bytes, { series, fetchedAt }) };
};

const holdings =
  (read: Reader<ParsedHoldings>): Parser =>
  ({ key, fetchedAt, bytes }) => {
    const { series } = readKey(key);
    return { kind: 'holdings', ...read(bytes, { series, fetchedAt }) };
  };

const options: Parser = ({ key, fetchedAt, bytes }) => {
  const { series } = readKey(key);
  return { kind: 'options', ...parseCboeOptions(bytes, { series, fetchedAt }) };
};

const calendar =
  (read: (bytes: Uint8Array) => ParsedEvents): Parser =>
  ({ bytes }) => ({ kind: 'events', ...read(bytes) });

/** Which parser reads the payloads of a source, by the source's name as archived with each payload. */
const parsers: ReadonlyMap<string, Parser> = new Map([
  ['folder', csvFile],
  ['simulated', csvFile],
  ['yahoo', provider(parseYahoo, null)],
  ['tiingo', provider(parseTiingo, null)],
  ['alpaca', provider(parseAlpaca, null)],
  ['massive', provider(parseMassive, null)],
  ['cboe-chart', provider(parseCboeChart, null)],
  ['cboe-index', provider(parseCboeIndex, parseCboeIndexCloses)],
  ['cboe-quote', options],
  ['fred', provider(null, parseFred)],
  ['fredgraph', provider(null, parseFredgraph)],
  ['treasury', provider(null, parseTreasury)],
  ['nyfed', provider(null, parseNyfed)],
  ['bls', provider(null, parseBls)],
  ['chicagofed', provider(null, parseChicagofed)],
  ['empire', provider(null, parseEmpire)],
  ['philadelphiafed', provider(null, parsePhiladelphiafed)],
  ['michigan', provider(null, parseMichigan)],
  ['sec', concepts],
  ['direxion', holdings(parseDirexion)],
  ['ishares', holdings(parseIshares)],
  ['fred-releases', calendar(parseFredReleases)],
  ['bls-calendar', calendar(parseBlsCalendar)],
  ['bea-calendar', calendar(parseBeaCalendar)],
  ['board-calendar', calendar(parseBoardCalendar)],
  ['schedule', calendar(parseSchedule)],
  ['nasdaq', calendar(parseNasdaq)],
  ['finnhub', calendar(parseFinnhub)],
]);

/** Reads a payload by the parser of its source. @throws InputError when it, or its source, is not understood */
export function parsePayload(payload: Payload): Parsed {
  if (payload.fault !== undefined) throw new InputError(payload.fault, { file: payload.origin });
  const parser = parsers.get(payload.source);
  if (parser === undefined)
    throw new InputError(`no parser for the source ${payload.source}`, { file: payload.origin });
  return parser(payload);
}
