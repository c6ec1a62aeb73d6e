import { InputError } from '../errors.ts';
import { providers } from '../providers/index.ts';
import { type Keys, missingKeyOf } from '../providers/keys.ts';
import type { Client } from './http/client.ts';
import type { ClientClock } from './http/clock.ts';
import { ProviderError, type ProviderFailure } from './http/provider-error.ts';
import { guardParser, ParserBug, type ReportBug } from './parser-bug.ts';
import { parseCached } from './parsing/parse-cached.ts';
import type { ParsedByKind, SeriesKind } from './parsing/parsed.ts';
import { isMarkup } from './parsing/text.ts';
import { UnknownSeries } from './parsing/unknown-series.ts';
import type { Fetched, SeriesRequest, SourceRoute } from './route.ts';

/** What became of one route to a series. */
export interface Attempt {
  readonly source: string;
  /** `in reserve`: it answered, but not well enough to stop looking. */
  readonly outcome: 'used' | 'in reserve' | 'refused' | 'not configured';
  readonly why?: string;
  /** What went wrong, in codes, where the provider gave no answer that came to be read. */
  readonly failure?: ProviderFailure;
  /** HTTP status, where there was an answer. */
  readonly status?: number;
  readonly milliseconds: number;
}

/** A series that was fetched and understood. */
export interface Candidate<K extends SeriesKind> {
  readonly source: string;
  readonly fetched: Fetched;
  readonly parsed: ParsedByKind[K];
}

export interface ChainPorts {
  readonly client: Client;
  readonly keys: Keys;
  readonly clock: ClientClock;
  /** Called for a parser's unexpected exception, a bug of ours. */
  readonly reportBug: ReportBug;
}

export interface Validation<T> {
  /** Null when an answer serves; otherwise what it lacks, and the next route is tried. */
  readonly problem: (parsed: T) => string | null;
  /** Which of two answers that both lack something is the better one: negative when the first is. */
  readonly compare: (a: T, b: T) => number;
}

export interface Chained<K extends SeriesKind> {
  /** The best answer; null when no provider gave one that can be read. */
  readonly best: Candidate<K> | null;
  readonly attempts: readonly Attempt[];
}

/** One route tried once: its answer, or why there is none. */
export type Tried<K extends SeriesKind> =
  | { readonly candidate: Candidate<K>; readonly milliseconds: number }
  | { readonly attempt: Attempt };

/**
 * Tries routes in their order until an answer serves, and otherwise settles for the best of the others.
 * @param validation may still be pending when the first is asked
 */
export async function runChain<K extends SeriesKind>(
  routes: readonly SourceRoute<K>[],
  attempt: (route: SourceRoute<K>) => Promise<Tried<K>>,
  validation: Promise<Validation<ParsedByKind[K]>>,
): Promise<Chained<K>> {
  const attempts: Attempt[] = [];
  const reserve: Candidate<K>[] = [];
  for (const route of routes) {
    const tried = await attempt(route);
    if ('attempt' in tried) {
      attempts.push(tried.attempt);
      continue;
    }
    const { candidate, milliseconds } = tried;
    const { status } = candidate.fetched;
    const why = (await validation).problem(candidate.parsed);
    if (why === null) {
      attempts.push({ source: route.source, outcome: 'used', status, milliseconds });
      return { best: candidate, attempts };
    }
    attempts.push({ source: route.source, outcome: 'in reserve', why, status, milliseconds });
    reserve.push(candidate);
  }
  const { compare } = await validation;
  const best = reserve.toSorted((a, b) => compare(a.parsed, b.parsed))[0] ?? null;
  return { best, attempts };
}

/**
 * Fetches and reads one series by one route. Never throws for what a provider does.
 * @param check throws InputError when what was read cannot be the series that was asked for
 */
export async function tryRoute<K extends SeriesKind>(
  route: SourceRoute<K>,
  asked: SeriesRequest,
  ports: ChainPorts,
  check?: (parsed: ParsedByKind[K], asked: SeriesRequest) => void,
): Promise<Tried<K>> {
  const { client, keys, clock } = ports;
  const needed = missingKeyOf(route.provider, keys);
  if (needed !== null)
    return {
      attempt: { source: route.source, outcome: 'not configured', why: `needs ${needed}`, milliseconds: 0 },
    };
  const started = clock.elapsed();
  let status: number | undefined;
  try {
    const fetched = await route.fetch(client, asked, keys);
    status = fetched.status;
    const parsed = read(route, fetched, asked);
    route.check?.(parsed, asked);
    check?.(parsed, asked);
    client.breaker(route.provider).answered();
    const candidate = { source: route.source, fetched, parsed };
    return { candidate, milliseconds: Math.round(clock.elapsed() - started) };
  } catch (error) {
    if (error instanceof ParserBug) ports.reportBug(error);
    let why = client.redacted(reasonOf(error));
    if (error instanceof ProviderError) status ??= error.status;
    else why = blame(client, route, status, error, why);
    const milliseconds = Math.round(clock.elapsed() - started);
    const known = {
      ...(status === undefined ? {} : { status }),
      ...(error instanceof ProviderError ? { failure: error.failure } : {}),
    };
    return { attempt: { source: route.source, outcome: 'refused', why, milliseconds, ...known } };
  }
}

/** @throws InputError also when the answer reads well but came with a status that says otherwise */
function read<K extends SeriesKind>(
  route: SourceRoute<K>,
  fetched: Fetched,
  asked: SeriesRequest,
): ParsedByKind[K] {
  const { status } = fetched;
  if (status === 200)
    return guardParser(route.source, () =>
      parseCached(route.parse, fetched.bytes, { series: asked.series, fetchedAt: fetched.fetchedAt }),
    );
  let said = '';
  try {
    guardParser(route.source, () =>
      route.parse(fetched.bytes, { series: asked.series, fetchedAt: fetched.fetchedAt }),
    );
  } catch (error) {
    if (error instanceof UnknownSeries) throw error;
    // What a page or an XML document says of a refusal is said by the status already.
    if (error instanceof InputError && !isMarkup(fetched.bytes)) said = `: ${error.message}`;
  }
  const message = `answered ${status}${said}`;
  throw status === 404 ? new UnknownSeries(message) : new InputError(message);
}

/**
 * Reports to the breaker: a series that the provider does not have is no failure, and a bad key is final.
 * @returns what to say of the failure
 */
function blame(
  client: Client,
  route: Pick<SourceRoute, 'provider'>,
  status: number | undefined,
  error: unknown,
  why: string,
): string {
  const breaker = client.breaker(route.provider);
  if (error instanceof UnknownSeries) breaker.answered();
  else if (status === 401) {
    const takesKey = providers[route.provider].key !== undefined;
    return breaker.trip(`it ${takesKey ? 'does not accept the key' : 'turns us away'}: ${why}`);
  } else breaker.failed(why);
  return why;
}

/** @throws what is neither a refusal nor an unusable payload: that is a bug of ours */
function reasonOf(error: unknown): string {
  if (error instanceof ProviderError || error instanceof InputError) return error.message;
  throw error;
}
