import { InputError } from '../errors.ts';
import type { Bars } from '../series/bars.ts';
import type { Observations } from '../series/observations.ts';
import { parseBars, parseObservations } from './files/parse.ts';
import type { ParsedEvents } from './parsing/events.ts';
import type { Irregularity } from './parsing/irregularities.ts';
import { parseCached } from './parsing/parse-cached.ts';
import type {
  ParsedFilings,
  ParsedFuture,
  ParsedHoldings,
  ParsedOptions,
  ParsedResults,
  ParsedValuation,
  SeriesKind,
} from './parsing/parsed.ts';
import { allRoutes } from './providers/routes.ts';
import { parseSchedule } from './schedule/parse.ts';
import type { Payload } from './source.ts';

/** A payload understood. */
export type Parsed = ParsedMarket | ParsedMacro | ParsedDisclosure | ParsedCalendar;

export interface ParsedMarket {
  readonly kind: 'bars';
  readonly bars: Bars;
  /** What looked wrong or was left out, each a sentence for the reader. */
  readonly complaints: readonly string[];
  /** The same where it is a matter of single days: a session shows only those up to it. */
  readonly irregularities?: readonly Irregularity[];
}

export interface ParsedMacro {
  readonly kind: 'macro';
  readonly observations: Observations;
  readonly complaints: readonly string[];
}

/** What a company, a fund or an exchange publishes of the day. */
export type ParsedDisclosure =
  | ({ readonly kind: 'filings' } & ParsedFilings)
  | ({ readonly kind: 'income' } & ParsedFilings)
  | ({ readonly kind: 'shares' } & ParsedFilings)
  | ({ readonly kind: 'results' } & ParsedResults)
  | ({ readonly kind: 'holdings' } & ParsedHoldings)
  | ({ readonly kind: 'valuation' } & ParsedValuation)
  | ({ readonly kind: 'futures' } & ParsedFuture)
  | ({ readonly kind: 'options' } & ParsedOptions);

/** Dates to come, as they were known when they were collected. */
export interface ParsedCalendar extends ParsedEvents {
  readonly kind: 'events';
}

/** Reads one payload. @throws InputError that names the payload's origin, and row and field where there are any */
export type Parser = (payload: Payload) => Parsed;

const kinds: readonly SeriesKind[] = [
  'bars',
  'macro',
  'filings',
  'income',
  'shares',
  'results',
  'holdings',
  'valuation',
  'options',
  'futures',
  'events',
];

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

/** What no provider gave: files, and the dates kept in the program. */
const ownParsers: ReadonlyMap<string, Parser> = new Map([
  ['folder', csvFile],
  ['simulated', csvFile],
  ['schedule', ({ bytes }) => ({ kind: 'events', ...parseSchedule(bytes) })],
]);

/** Reads what a provider gave as it was read when it came in. */
function parseProvided({ key, source, origin, fetchedAt, bytes }: Payload): Parsed {
  const routes = allRoutes.filter((route) => route.source === source);
  if (routes.length === 0) throw new InputError(`no parser for the source ${source}`, { file: origin });
  const { kind, series } = readKey(key);
  const route = routes.find((one) => one.kind === kind);
  if (route === undefined) throw new InputError(`${source} has no series of the kind ${kind}`);
  return { kind, ...parseCached<object>(route.parse, bytes, { series, fetchedAt }) } as Parsed;
}

/** Reads a payload by the parser of its source. @throws InputError when it, or its source, is not understood */
export function parsePayload(payload: Payload): Parsed {
  if (payload.fault !== undefined) throw new InputError(payload.fault, { file: payload.origin });
  return (ownParsers.get(payload.source) ?? parseProvided)(payload);
}
