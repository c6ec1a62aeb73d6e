import { newYorkDate } from '../../calendar/new-york.ts';
import type { Edition, MacroSpec } from '../../editions/edition.ts';
import { InputError } from '../../errors.ts';
import { whyImplausible } from '../../quality/observations.ts';
import { type Attempt, type Candidate, runChain, tryRoute } from '../chain.ts';
import { parseCached } from '../parsing/parse-cached.ts';
import type { ParseContext, ParsedObservations } from '../parsing/parsed.ts';
import type { SeriesRequest, SourceRoute } from '../route.ts';
import type { Payload } from '../source.ts';
import { isGrowing, macroChain } from './chains.ts';
import { fromTheArchive } from './market.ts';
import { grown, validateObservations } from './observations.ts';
import { failedAttempts, type Outcome } from './outcome.ts';
import type { Run } from './run.ts';

/**
 * One macro series as it was known on the session. A run of the session's own evening asks the providers; a later
 * one takes what that evening's run kept, so that no later revision changes an old briefing, and asks only for what
 * that run lacked.
 */
export async function collectMacro(run: Run, asked: SeriesRequest, edition: Edition): Promise<Outcome> {
  const key = `macro:${asked.series}`;
  const spec = edition.macro.find(({ series }) => series === asked.series);
  const routes = macroChain(asked.series, edition).map((route) => plausible(route, spec));
  if (newYorkDate(asked.now) > asked.session && asked.through === asked.session) {
    const then = await run.rememberedOfTheEvening<ParsedObservations>(key, routes);
    if (then !== null) return outcomeOf(key, then.payload, then.parsed, [], true);
  }
  const growing = isGrowing(asked.series);
  const remembering = run.remembered<ParsedObservations>(key, routes);
  const validating = remembering.then((known) => validateObservations(known?.parsed ?? null, growing));
  // SeriesRequest while the archive is still read: FRED's pace is what a run takes longest for, and begins with the first.
  const asking = run.offline
    ? { best: null, attempts: [] }
    : runChain(routes, (route) => tryRoute(route, asked, run.ports), validating);
  const [archived, validation, { best, attempts }] = await Promise.all([remembering, validating, asking]);
  const worse = best === null || validation.problem(best.parsed) !== null;
  if (archived !== null && worse && (best === null || validation.compare(archived.parsed, best.parsed) <= 0))
    return outcomeOf(key, fromTheArchive(archived.payload, attempts), archived.parsed, attempts, true);
  if (best === null)
    return { key, payload: null, rows: 0, first: '', last: '', attempts, fromArchive: false };
  // Daily rates are not revised: nobody having more, what the archive knows of their past stays. Others are revised
  // and rebased, and an old part beside a new one would be a history that never was published.
  const daily = spec?.frequency === 'daily';
  const whole = growing || (worse && daily) ? withItsPast(best, archived, asked) : best;
  return outcomeOf(
    key,
    payloadOf(key, whole, attempts, knownBy(whole, asked, run.provesKnowledge)),
    whole.parsed,
    attempts,
    false,
  );

  function withItsPast(
    candidate: Candidate<ParsedObservations>,
    before: { readonly payload: Payload } | null,
    { series }: SeriesRequest,
  ): Candidate<ParsedObservations> {
    const parse = routes.find(({ source }) => source === candidate.source)?.parse;
    if (before === null || parse === undefined || before.payload.source !== candidate.source)
      return candidate;
    const fetched = grown(candidate.fetched, before.payload, series, parse);
    return { ...candidate, fetched, parsed: parse(fetched.bytes, { series, fetchedAt: fetched.fetchedAt }) };
  }
}

/** A route whose answers are refused when they cannot be the series: other periods, another unit. The next one is asked. */
function plausible(
  route: SourceRoute<ParsedObservations>,
  spec: MacroSpec | undefined,
): SourceRoute<ParsedObservations> {
  const parse = (bytes: Uint8Array, about: ParseContext): ParsedObservations => {
    // As the provider's parser reads them, so that they are read once for the snapshot too.
    const parsed = parseCached(route.parse, bytes, about);
    const why = spec === undefined ? null : whyImplausible(parsed.observations, spec);
    if (why !== null) throw new InputError(why);
    return parsed;
  };
  return { ...route, parse };
}

/**
 * The date by which all of it was known. FRED was asked for the values of a day and vouches for them; of others the
 * fetch itself is the proof, unless the run's clock was set, or a period lies after it.
 */
function knownBy(
  { source, fetched, parsed }: Candidate<ParsedObservations>,
  asked: SeriesRequest,
  proves: boolean,
): string | undefined {
  if (source === 'fred') return asked.through;
  const date = newYorkDate(fetched.fetchedAt);
  return proves && (parsed.observations.dates.at(-1) ?? '') <= date ? date : undefined;
}

function payloadOf(
  key: string,
  { source, fetched }: Candidate<ParsedObservations>,
  attempts: readonly Attempt[],
  known: string | undefined,
): Payload {
  const { bytes, origin, fetchedAt, status, headers } = fetched;
  const note = failedAttempts(attempts);
  return {
    key,
    source,
    origin,
    fetchedAt,
    bytes,
    response: { status, headers },
    ...(note === undefined ? {} : { note }),
    ...(known === undefined ? {} : { knownBy: known }),
  };
}

function outcomeOf(
  key: string,
  payload: Payload,
  { observations: { dates } }: ParsedObservations,
  attempts: readonly Attempt[],
  fromArchive: boolean,
): Outcome {
  return {
    key,
    payload,
    rows: dates.length,
    first: dates[0] ?? '',
    last: dates.at(-1) ?? '',
    attempts,
    fromArchive,
  };
}
