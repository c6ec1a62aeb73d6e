import { compareInstants } from '../calendar/new-york.ts';
import type { Edition } from '../editions/edition.ts';
import type { ProviderName, SourceName } from '../providers/index.ts';
import type { Keys } from '../providers/keys.ts';
import type { Answer, Client } from './http/client.ts';
import { type BundlePart, packBundle } from './parsing/bundle.ts';
import type { ParseContext, ParsedByKind, SeriesKind } from './parsing/parsed.ts';

/** One series that is asked for. */
export interface SeriesRequest {
  readonly edition: Edition;
  /** As the edition names it: `IWM`, `^RUT`, `DGS2`. */
  readonly series: string;
  /** First day wanted. */
  readonly from: string;
  /** Newest session wanted. */
  readonly through: string;
  /** The session that the briefing is about: macro values must be those known on it. */
  readonly session: string;
  /** The run's clock, ISO 8601 UTC. */
  readonly now: string;
}

/** What a route brought back: one payload, from one answer or a bundle of several. */
export interface Fetched {
  readonly bytes: Uint8Array;
  readonly origin: string;
  readonly fetchedAt: string;
  /** The status of the answer; of several, the first that is not 200. */
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
}

/** One route to a series: a provider, an address, a parser. The chain tries routes in order. */
export interface SourceRoute<K extends SeriesKind = SeriesKind> {
  readonly kind: K;
  /** One of its provider's sources, as payloads and figures cite it. */
  readonly source: SourceName;
  readonly provider: ProviderName;
  serves(series: string): boolean;
  /** Whether it is asked before all others that serve a series; otherwise its provider's place decides. */
  readonly isFirstFor?: (series: string) => boolean;
  /** Whether it is asked for a second opinion on a close. */
  readonly givesSecondOpinion?: true;
  /** @throws ProviderError, InputError */
  fetch(client: Client, asked: SeriesRequest, keys: Keys): Promise<Fetched>;
  /** Also reads what was archived. @throws InputError */
  parse(bytes: Uint8Array, about: ParseContext): ParsedByKind[K];
  /** @throws InputError when what was read is not what was asked for */
  check?(parsed: ParsedByKind[K], asked: SeriesRequest): void;
}

export function single(answer: Answer): Fetched {
  const { bytes, url, fetchedAt, status, headers } = answer;
  return { bytes, origin: url, fetchedAt, status, headers };
}

export function partOf(answer: Answer, label: string): BundlePart {
  return {
    label,
    origin: answer.url,
    fetchedAt: answer.fetchedAt,
    text: new TextDecoder().decode(answer.bytes),
  };
}

/**
 * Several answers as one payload, each under its label.
 * @throws RangeError when there is none
 */
export function several(answers: readonly (readonly [label: string, answer: Answer])[]): Fetched {
  const [first] = answers;
  if (first === undefined) throw new RangeError('no answer to bundle');
  return {
    ...single(first[1]),
    bytes: packBundle(answers.map(([label, answer]) => partOf(answer, label))),
    fetchedAt:
      answers
        .map(([, answer]) => answer.fetchedAt)
        .toSorted(compareInstants)
        .at(-1) ?? '',
    status: answers.find(([, { status }]) => status !== 200)?.[1].status ?? 200,
  };
}
