import { type Keys, missingKeyOf } from '../../providers/keys.ts';
import type { Candidate, Tried } from '../chain.ts';
import type { SeriesKind } from '../parsing/parsed.ts';
import type { SeriesRequest, SourceRoute } from '../route.ts';
import type { SecondOpinion } from './outcome.ts';
import type { SeriesRules } from './rules.ts';

/** A second source that was asked, and what became of it. */
export interface SecondSource<K extends SeriesKind> {
  readonly source: string;
  readonly tried: Tried<K>;
}

/** The second sources that are configured, beside the first of all routes, tried until one answers. */
export async function askSecond<K extends SeriesKind>(
  routes: readonly SourceRoute<K>[],
  keys: Keys,
  attempt: (route: SourceRoute<K>) => Promise<Tried<K>>,
): Promise<readonly SecondSource<K>[]> {
  const asked: SecondSource<K>[] = [];
  const [, ...others] = routes;
  for (const route of others) {
    if (route.givesSecondOpinion !== true || missingKeyOf(route.provider, keys) !== null) continue;
    const tried = await attempt(route);
    asked.push({ source: route.source, tried });
    if ('candidate' in tried) break;
  }
  return asked;
}

/** What the second source says of the first one's answer, or why there is nothing to compare with. */
export function opinionOf<K extends SeriesKind>(
  rules: SeriesRules<K>,
  answer: Candidate<K>,
  asked: readonly SecondSource<K>[],
  request: SeriesRequest,
): SecondOpinion {
  for (const { source, tried } of asked)
    if ('candidate' in tried && source !== answer.source) {
      const second = tried.candidate.parsed;
      const comparison = rules.compareWithSecond?.(answer.parsed, second, request) ?? null;
      return { source, comparison };
    }
  const last = asked.at(-1);
  if (last === undefined) return { source: '', comparison: null, why: 'no second source is configured' };
  const why =
    'attempt' in last.tried ? (last.tried.attempt.why ?? 'no answer') : 'it is the only source that answered';
  return { source: last.source, comparison: null, why };
}
