import { counted } from '../../counted.ts';
import type { Attempt } from '../chain.ts';
import type { CrossCheck } from '../quality/cross-check.ts';
import type { Payload } from '../source.ts';

/** What became of one series of a collection: for the report, and for `briefing -- sources`. */
export interface SeriesOutcome {
  readonly key: string;
  /** Null when neither a provider nor the archive had it. */
  readonly payload: Payload | null;
  /** How many rows it has, and the dates of the first and the newest; 0 and empty without a payload. */
  readonly rows: number;
  readonly first: string;
  readonly last: string;
  /** Everyone who was asked, in order. */
  readonly attempts: readonly Attempt[];
  /** The payload is the archive's own, from an earlier run. */
  readonly fromArchive: boolean;
  /** The second source of a key symbol and what it says; absent for series of which no second is asked. */
  readonly second?: SecondOpinion;
}

export interface SecondOpinion {
  readonly source: string;
  readonly comparison: CrossCheck | null;
  /** Why there is nothing to compare with. */
  readonly why?: string;
}

/** Whether a series is absent because every source of it needs a key that is not set: no failure. */
export const isOnlyUnconfigured = ({ payload, attempts }: SeriesOutcome): boolean =>
  payload === null && attempts.length > 0 && attempts.every(({ outcome }) => outcome === 'not configured');

/** In a sentence why a series is not there. */
export function whyAbsent(outcome: SeriesOutcome): string {
  const { attempts } = outcome;
  if (isOnlyUnconfigured(outcome))
    return `not configured: ${attempts.map(({ source, why }) => `${source} ${why}`).join('; ')}`;
  const asked = attempts.filter((attempt) => attempt.outcome !== 'not configured');
  if (asked.length === 0) return 'nobody was asked, and the archive has none';
  return `not received: ${inTurn(asked)}`;
}

/** Providers that failed before one answered; undefined when the first answered. */
export function failedAttempts(attempts: readonly Attempt[]): string | undefined {
  const failed = attempts.filter(({ outcome }) => outcome === 'refused' || outcome === 'in reserve');
  if (failed.length === 0) return undefined;
  return inTurn(failed);
}

/** Who said what, in the order asked; what a source said of both of its series once. */
const inTurn = (attempts: readonly Attempt[]): string =>
  [
    ...new Set(attempts.map(({ source, why }) => `${source}: ${(why ?? 'gave nothing').replace(/\.$/, '')}`)),
  ].join('; ');

/**
 * Why those who were asked gave nothing: each reason once, with how many sources it holds for, the commonest first, as
 * in `not reachable (ENOTFOUND): all 11 sources`.
 */
export function failuresText(outcomes: readonly SeriesOutcome[]): string {
  const asked = outcomes.flatMap(({ attempts }) =>
    attempts.filter(({ outcome }) => outcome !== 'not configured'),
  );
  const sources = new Map<string, Set<string>>();
  for (const { source, why = 'gave nothing' } of asked)
    sources.set(why, (sources.get(why) ?? new Set()).add(source));
  const all = new Set(asked.map(({ source }) => source)).size;
  const reasons = [...sources].toSorted(([, a], [, b]) => b.size - a.size).slice(0, 4);
  if (reasons.length === 0) return 'nobody was asked';
  return reasons.map(([why, { size }]) => `${why}: ${shareOf(size, all)}`).join('; ');
}

/** `all 3 sources`, `2 of 3 sources`, `the only source`. */
const shareOf = (some: number, all: number): string =>
  all === 1 ? 'the only source' : `${some === all ? 'all' : `${some} of`} ${counted(all, 'source')}`;
