import { missingKeyOf } from '../../providers/keys.ts';
import { type Attempt, type Candidate, runChain, type Tried, tryRoute } from '../chain.ts';
import type { SeriesKind } from '../parsing/parsed.ts';
import { routesTo } from '../providers/routes.ts';
import type { SeriesRequest, SourceRoute } from '../route.ts';
import type { Payload } from '../source.ts';
import { failedAttempts, type SeriesOutcome } from './outcome.ts';
import type { AnswerContext, Extent, SeriesRules } from './rules.ts';
import type { CollectionRun } from './run.ts';
import { askSecond, opinionOf, type SecondSource } from './second-opinion.ts';

/**
 * One series: what an earlier run settled, otherwise the first provider that gives it whole, held against what the
 * archive has of it, and where asked against a second source.
 *
 * @param withSecond whether its closes are compared, of a kind that has closes
 */
export async function collectSeries<K extends SeriesKind>(
  run: CollectionRun,
  rules: SeriesRules<K>,
  asked: SeriesRequest,
  withSecond = false,
): Promise<SeriesOutcome> {
  const key = `${rules.kind}:${asked.series}`;
  const routes = routesTo(rules.kind, asked.series);
  const cache = run.cacheOf(key, routes, rules, asked);
  const settled = (await rules.settled?.(cache, asked)) ?? null;
  if (settled !== null) return outcomeOf(key, settled.payload, rules.extent(settled.parsed), [], true);

  // Asked while the archive is still read: what it holds matters only when the answer is there.
  const caching = cache.newest();
  const validating = caching.then((known) => rules.validation(asked, known?.parsed ?? null));
  const attempt = attemptOnce(run, rules, asked);
  const whyNot = rules.whyNotAsked?.(asked) ?? null;
  const isAsking = !run.offline && whyNot === null;
  // The second source is asked at the same time: waiting for the first would double the time of a run.
  const second = withSecond && isAsking ? askSecond(routes, run.keys, attempt) : null;
  // Awaited below; until then, or when the first fails before, it must not count as unhandled.
  second?.catch(() => undefined);
  const asking = isAsking
    ? runChain(routes, attempt, validating)
    : { best: null, attempts: whyNot === null ? [] : notAsked(routes, run, whyNot) };

  const [cached, validation, { best, attempts }] = await Promise.all([caching, validating, asking]);
  const problem = best === null ? null : validation.problem(best.parsed);
  const isCached =
    cached !== null &&
    (best === null || rules.prefersCached(validation.compare(cached.parsed, best.parsed), problem));
  if (isCached) {
    const payload = fromTheArchive(cached.payload, attempts);
    return outcomeOf(key, payload, rules.extent(cached.parsed), attempts, true);
  }
  if (best === null)
    return { key, payload: null, rows: 0, first: '', last: '', attempts, fromArchive: false };
  const whole = rules.withPast?.(best, cached, problem, asked) ?? best;
  return answeredOutcome(rules, whole, attempts, run, asked, second === null ? null : await second);
}

/** The outcome of a series that a provider gave. */
export function answeredOutcome<K extends SeriesKind>(
  rules: SeriesRules<K>,
  answer: Candidate<K>,
  attempts: readonly Attempt[],
  { provesKnowledge }: Pick<CollectionRun, 'provesKnowledge'>,
  asked: SeriesRequest,
  second: readonly SecondSource<K>[] | null = null,
): SeriesOutcome {
  const key = `${rules.kind}:${asked.series}`;
  const opinion = second === null ? undefined : opinionOf(rules, answer, second, asked);
  const failed = failedAttempts(attempts);
  const payload = payloadOf(rules, answer, { asked, provesKnowledge, failed, opinion });
  const outcome = outcomeOf(key, payload, rules.extent(answer.parsed), attempts, false);
  return opinion === undefined ? outcome : { ...outcome, second: opinion };
}

/** Tries each route once; the chain and the second opinion share its answer. */
function attemptOnce<K extends SeriesKind>(run: CollectionRun, rules: SeriesRules<K>, asked: SeriesRequest) {
  const running = new Map<SourceRoute<K>, Promise<Tried<K>>>();
  return (route: SourceRoute<K>): Promise<Tried<K>> => {
    const tried = running.get(route) ?? tryRoute(route, asked, run.ports, rules.check);
    running.set(route, tried);
    return tried;
  };
}

const notAsked = <K extends SeriesKind>(
  routes: readonly SourceRoute<K>[],
  { keys }: CollectionRun,
  why: string,
): readonly Attempt[] =>
  routes.map(({ source, provider }) => {
    const key = missingKeyOf(provider, keys);
    return key === null
      ? { source, outcome: 'refused', why, milliseconds: 0 }
      : { source, outcome: 'not configured', why: `needs ${key}`, milliseconds: 0 };
  });

const outcomeOf = (
  key: string,
  payload: Payload,
  extent: Extent,
  attempts: readonly Attempt[],
  fromArchive: boolean,
): SeriesOutcome => ({ key, payload, ...extent, attempts, fromArchive });

/** An earlier run's payload, marked as such; what that run noticed is of its own day and left out. */
function fromTheArchive(payload: Payload, attempts: readonly Attempt[]): Payload {
  const { flags: _, note: __, ...rest } = payload;
  const notes = [`the archive's own last, fetched ${payload.fetchedAt}`, failedAttempts(attempts)];
  return { ...rest, ...noteFrom(notes) };
}

function payloadOf<K extends SeriesKind>(
  rules: SeriesRules<K>,
  answer: Candidate<K>,
  context: AnswerContext,
): Payload {
  const { source, fetched } = answer;
  const { bytes, origin, fetchedAt, status, headers } = fetched;
  const key = `${rules.kind}:${context.asked.series}`;
  const { notes = [], ...remarks } = rules.remarks(answer, context);
  const response = { status, headers };
  return { key, source, origin, fetchedAt, bytes, response, ...noteFrom(notes), ...remarks };
}

function noteFrom(notes: readonly (string | undefined)[]): Pick<Payload, 'note'> {
  const said = notes.filter((note) => note !== undefined);
  return said.length === 0 ? {} : { note: said.join('; ') };
}
