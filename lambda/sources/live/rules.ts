import type { Candidate, Validation } from '../chain.ts';
import type { ParsedByKind, SeriesKind } from '../parsing/parsed.ts';
import type { CrossCheck } from '../quality/cross-check.ts';
import type { SeriesRequest } from '../route.ts';
import type { Payload } from '../source.ts';
import type { SecondOpinion, SeriesOutcome } from './outcome.ts';

/** How many rows a series has, and the dates of the first and the newest. */
export type Extent = Pick<SeriesOutcome, 'rows' | 'first' | 'last'>;

/** A series as an earlier run kept it, read again. */
export interface Cached<K extends SeriesKind> {
  readonly payload: Payload;
  readonly parsed: ParsedByKind[K];
}

/** What earlier runs kept of one series; null where nothing is kept or can still be read. */
export interface SeriesCache<K extends SeriesKind> {
  /** The newest that a run kept for a session up to this one. */
  newest(): Promise<Cached<K> | null>;
  /** What a run of the session's own evening kept. */
  ofTheEvening(): Promise<Cached<K> | null>;
}

/** What a rule may know of an answer that is used. */
export interface AnswerContext {
  readonly asked: SeriesRequest;
  /** Whether a fetch proves that its values were known on the date of the run's clock. */
  readonly provesKnowledge: boolean;
  /** Providers that failed before one answered; undefined when none failed. */
  readonly failed: string | undefined;
  readonly opinion: SecondOpinion | undefined;
}

/** What a payload says of itself beside its bytes. */
export interface Remarks extends Pick<Payload, 'flags' | 'knownBy'> {
  readonly notes?: readonly (string | undefined)[];
}

/** In what the kinds of series differ when they are collected. */
export interface SeriesRules<K extends SeriesKind> {
  readonly kind: K;
  extent(parsed: ParsedByKind[K]): Extent;
  /** @throws InputError when what was read cannot be the series that was asked for */
  check?(parsed: ParsedByKind[K], asked: SeriesRequest): void;
  /** What an answer must have, and which of two is better. */
  validation(asked: SeriesRequest, cached: ParsedByKind[K] | null): Validation<ParsedByKind[K]>;
  /** What an earlier run kept that is used without a request; absent where providers are always asked. */
  settled?(cache: SeriesCache<K>, asked: SeriesRequest): Promise<Cached<K> | null>;
  /** Why no provider is asked any more. */
  whyNotAsked?(asked: SeriesRequest): string | null;
  /**
   * Whether what an earlier run kept is used though a provider answered.
   *
   * @param compared the kept one with the answer: negative when the kept one is better
   * @param problem of the answer; null when it serves
   */
  prefersCached(compared: number, problem: string | null): boolean;
  /** The answer with what it lost of its past; absent where a series is always as one answer gives it. */
  withPast?(
    answer: Candidate<K>,
    cached: Cached<K> | null,
    problem: string | null,
    asked: SeriesRequest,
  ): Candidate<K>;
  /** An answer held against a second source's; absent where no second source is asked. */
  compareWithSecond?(
    answer: ParsedByKind[K],
    second: ParsedByKind[K],
    asked: SeriesRequest,
  ): CrossCheck | null;
  remarks(answer: Candidate<K>, context: AnswerContext): Remarks;
}
