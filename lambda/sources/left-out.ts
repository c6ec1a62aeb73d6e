import type { Edition } from '../editions/edition.ts';
import { InputError } from '../errors.ts';
import { whyImplausible } from '../quality/observations.ts';
import { isSameSeries, isVouchedFor, twinsIn } from '../quality/twins.ts';
import type { Bars } from '../series/bars.ts';
import type { ParseCache, ParsedPayload } from './parse-cache.ts';
import type { Parsed } from './parsers.ts';
import type { HashedPayload } from './source.ts';

/** A payload and what it says. */
export interface Used {
  readonly payload: HashedPayload;
  readonly reading: ParsedPayload;
}

/** A payload that cannot be used, and why: file, row, field and reason where there are any. */
export interface LeftOut {
  readonly payload: HashedPayload;
  readonly why: string;
}

export interface Sorted {
  readonly used: readonly Used[];
  readonly leftOut: readonly LeftOut[];
}

/**
 * Separates the payloads that can be used from those that cannot. A series that no briefing depends on is left out when it
 * cannot be read, cannot be itself, came twice, or has another symbol's prices; nothing else suffers.
 *
 * @throws InputError when that is so of a required series
 */
export function sortOut(edition: Edition, payloads: readonly HashedPayload[], cache: ParseCache): Sorted {
  const used: Used[] = [];
  const leftOut: LeftOut[] = [];
  const required = new Set(edition.required.map((symbol) => `bars:${symbol}`));
  const leave = (payload: HashedPayload, error: InputError) => {
    if (required.has(payload.key)) throw error;
    leftOut.push({ payload, why: error.message });
  };
  const origins = originsOf(payloads);
  for (const payload of payloads) {
    const twice = origins.get(payload.key)!;
    const read = twice.length > 1 ? cameTwice(payload, twice) : cache.attempt(payload);
    const error = read instanceof InputError ? read : notItself(edition, payload, read.parsed);
    if (error !== null) leave(payload, error);
    else if (!(read instanceof InputError)) used.push({ payload, reading: read });
  }
  const copies = new Map([...copiesIn(edition, used), ...sameSeriesIn(used)]);
  return {
    used: used.filter(({ payload }) => {
      const error = copies.get(payload.key);
      if (error !== undefined) leave(payload, error);
      return error === undefined;
    }),
    leftOut,
  };
}

function originsOf(payloads: readonly HashedPayload[]): ReadonlyMap<string, readonly string[]> {
  const origins = new Map<string, string[]>();
  for (const { key, origin } of payloads) origins.set(key, [...(origins.get(key) ?? []), origin]);
  return origins;
}

/** Which of two is meant would be a guess. */
function cameTwice({ key, origin }: HashedPayload, origins: readonly string[]): InputError {
  const others = origins.filter((one) => one !== origin);
  return new InputError(`holds ${key}, and ${others.join(', ') || 'the same place'} holds it as well`, {
    file: origin,
  });
}

/** Why what was read is not the series of the edition; null when it is. */
function notItself(edition: Edition, { origin }: HashedPayload, parsed: Parsed): InputError | null {
  if (parsed.kind === 'macro') {
    const { observations } = parsed;
    const spec = edition.macro.find(({ series }) => series === observations.id);
    const why = spec === undefined ? null : whyImplausible(observations, spec);
    return why === null ? null : new InputError(why, { file: origin, field: observations.id });
  }
  const filed = filedBy(parsed);
  if (filed === null) return null;
  const { symbol, company } = filed;
  const wanted = edition.filers.find((filer) => filer.symbol === symbol)?.cik;
  if (wanted === undefined || wanted === company) return null;
  const why = `holds the filings of company ${company}, and ${symbol} is ${wanted}`;
  return new InputError(why, { file: origin });
}

/** Whose filings these are; null where it is something else. */
function filedBy(parsed: Parsed): { readonly symbol: string; readonly company: number } | null {
  if (parsed.kind === 'results') return parsed.results;
  return parsed.kind === 'filings' || parsed.kind === 'income' || parsed.kind === 'shares'
    ? parsed.filings
    : null;
}

/**
 * Symbols that have another one's prices, by key: both of two, less the one that what it follows vouches for when the
 * other is not required.
 */
function copiesIn(edition: Edition, used: readonly Used[]): ReadonlyMap<string, InputError> {
  const origins = new Map<string, string>();
  const market = new Map<string, Bars>();
  for (const { payload, reading } of used) {
    if (reading.parsed.kind !== 'bars') continue;
    const { bars } = reading.parsed;
    market.set(bars.symbol, bars);
    origins.set(bars.symbol, payload.origin);
  }
  const found = new Map<string, InputError>();
  for (const { one, other } of twinsIn(market))
    for (const [symbol, twin] of [
      [one, other],
      [other, one],
    ] as const) {
      const isSpared =
        edition.required.includes(symbol) &&
        !edition.required.includes(twin) &&
        isVouchedFor(symbol, edition, market);
      if (isSpared) continue;
      const why = `has the same prices as ${origins.get(twin)}: one of the two is of another symbol`;
      found.set(`bars:${symbol}`, new InputError(why, { file: origins.get(symbol)! }));
    }
  return found;
}

/** Macro series that have another one's values, by key: nothing says which of the two they are. */
function sameSeriesIn(used: readonly Used[]): ReadonlyMap<string, InputError> {
  const found = new Map<string, InputError>();
  const read = used.flatMap(({ payload, reading: { parsed } }) =>
    parsed.kind === 'macro' ? [{ payload, observations: parsed.observations }] : [],
  );
  for (const { payload, observations } of read) {
    const twin = read.find((one) => one.payload !== payload && isSameSeries(one.observations, observations));
    if (twin === undefined) continue;
    const why = `has the same values as ${twin.payload.origin}: one of the two is of another series`;
    found.set(payload.key, new InputError(why, { file: payload.origin }));
  }
  return found;
}
