import { compareInstants } from '../calendar/new-york.ts';
import type { Answer, Client } from './http/client.ts';
import type { Keys } from './http/keys.ts';
import { type Part, packBundle } from './parsing/bundle.ts';
import type { ParseContext } from './parsing/parsed.ts';
import type { ProviderName } from './providers.ts';

/** One series that is asked for. */
export interface SeriesRequest {
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
export interface SourceRoute<T> {
  /** Name of the parser, as payloads and figures cite it. */
  readonly source: string;
  readonly provider: ProviderName;
  /** The name of the environment variable without which this route is closed; absent where it needs none. */
  readonly needs?: (keys: Keys) => string | null;
  serves(series: string): boolean;
  /** @throws ProviderError, InputError */
  fetch(client: Client, asked: SeriesRequest, keys: Keys): Promise<Fetched>;
  /** @throws InputError */
  parse(bytes: Uint8Array, about: ParseContext): T;
}

/** One answer as it is. */
export function single(answer: Answer): Fetched {
  const { bytes, url, fetchedAt, status, headers } = answer;
  return { bytes, origin: url, fetchedAt, status, headers };
}

/** An answer as a part of a bundle. */
export function partOf(answer: Answer, label: string): Part {
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
