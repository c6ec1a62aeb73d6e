import type { Edition } from '../../editions/edition.ts';
import { withoutCopies } from '../../quality/copies.ts';
import { type Doubt, doubtsOf } from '../../quality/doubts.ts';
import { twinsIn } from '../../quality/twins.ts';
import type { Bars } from '../../series/bars.ts';
import { type Attempt, type Candidate, tryRoute } from '../chain.ts';
import { parsePayload } from '../parsers.ts';
import { routesTo } from '../providers/routes.ts';
import type { SeriesRequest } from '../route.ts';
import { answeredOutcome } from './collect-series.ts';
import { barRules } from './kinds/bars.ts';
import { validateBars } from './kinds/validate-bars.ts';
import type { SeriesOutcome } from './outcome.ts';
import type { CollectionRun } from './run.ts';

type Outcomes = ReadonlyMap<string, SeriesOutcome>;

/**
 * The outcomes, once more: where prices of different symbols speak against each other, the suspects' other providers
 * are asked, and the first whose whole series settles the doubt takes the place of the one that was used. A day that
 * was truly out of the ordinary is the same everywhere, and nothing changes.
 */
export async function secondLook(
  run: CollectionRun,
  ask: (series: string) => SeriesRequest,
  outcomes: readonly SeriesOutcome[],
): Promise<readonly SeriesOutcome[]> {
  if (run.offline) return outcomes;
  let current: Outcomes = new Map(outcomes.map((outcome) => [outcome.key, outcome]));
  const { edition, session } = ask('');
  for (const doubt of doubtsOf(edition, session, marketOf(current)))
    current = await settled(run, doubt, ask, current);
  current = withoutTwins(edition, current);
  return outcomes.map(({ key }) => current.get(key)!);
}

async function settled(
  run: CollectionRun,
  doubt: Doubt,
  ask: (series: string) => SeriesRequest,
  outcomes: Outcomes,
): Promise<Outcomes> {
  const market = marketOf(outcomes);
  if (!doubt.remains(market)) return outcomes;
  for (const symbol of doubt.suspects) {
    const key = `bars:${symbol}`;
    const outcome = outcomes.get(key);
    if (outcome === undefined) continue;
    const asked = ask(symbol);
    const known = new Set([outcome.payload?.source, ...outcome.attempts.map(({ source }) => source)]);
    for (const route of routesTo('bars', symbol)) {
      if (known.has(route.source)) continue;
      const tried = await tryRoute(route, asked, run.ports);
      if (!('candidate' in tried)) continue;
      const { candidate } = tried;
      if (validateBars(asked.session, null).problem(candidate.parsed) !== null) continue;
      const other = new Map(market).set(symbol, withoutCopies(candidate.parsed.bars).bars);
      if (doubt.remains(other)) continue;
      const attempts = [
        ...outcome.attempts.map((one) => doubted(one, doubt)),
        used(candidate, tried.milliseconds),
      ];
      return new Map(outcomes).set(key, answeredOutcome(barRules, candidate, attempts, run, asked));
    }
  }
  return outcomes;
}

/**
 * The outcomes less an optional symbol's that still has the prices of a required one, where a second source confirmed
 * these: no answer for a symbol that can be done without may end a run.
 */
function withoutTwins({ required }: Edition, outcomes: Outcomes): Outcomes {
  const kept = new Map(outcomes);
  for (const { one, other } of twinsIn(marketOf(outcomes)))
    for (const [symbol, twin] of [
      [one, other],
      [other, one],
    ] as const) {
      const outcome = outcomes.get(`bars:${symbol}`);
      const confirmed = outcomes.get(`bars:${twin}`)?.second?.comparison?.apart.length === 0;
      if (outcome === undefined || !confirmed || required.includes(symbol)) continue;
      const why = `has the prices of ${twin}, which a second source confirms`;
      const attempts = outcome.attempts.map((one) =>
        one.outcome === 'used' ? ({ ...one, outcome: 'refused', why } as const) : one,
      );
      kept.set(outcome.key, { ...outcome, payload: null, rows: 0, first: '', last: '', attempts });
    }
  return kept;
}

const doubted = (attempt: Attempt, { why }: Doubt): Attempt =>
  attempt.outcome === 'used' ? { ...attempt, outcome: 'in reserve', why } : attempt;

const used = ({ source, fetched: { status } }: Candidate<'bars'>, milliseconds: number): Attempt => ({
  source,
  outcome: 'used',
  status,
  milliseconds,
});

/** The bars of what was received, less those that repeat the one before. */
function marketOf(outcomes: Outcomes): ReadonlyMap<string, Bars> {
  const market = new Map<string, Bars>();
  for (const { key, payload } of outcomes.values()) {
    if (payload === null || !key.startsWith('bars:')) continue;
    const parsed = parsePayload(payload);
    if (parsed.kind === 'bars') market.set(parsed.bars.symbol, withoutCopies(parsed.bars).bars);
  }
  return market;
}
