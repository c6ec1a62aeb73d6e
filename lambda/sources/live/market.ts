import type { Flag } from '../../series/flag.ts';
import { type Attempt, type Candidate, runChain, type Tried, tryRoute } from '../chain.ts';
import { provisionalNote } from '../parsing/finality.ts';
import type { ParsedBars } from '../parsing/parsed.ts';
import { compareCloses } from '../quality/cross-check.ts';
import type { SeriesRequest, SourceRoute } from '../route.ts';
import type { Payload } from '../source.ts';
import { validateBars } from './bars.ts';
import { barChain, secondOpinions } from './chains.ts';
import { failedAttempts, type Outcome, type SecondOpinion } from './outcome.ts';
import type { Run } from './run.ts';

/** One symbol: through its chain, against the archive, and where it matters against a second source. */
export async function collectBars(run: Run, asked: SeriesRequest, withSecond: boolean): Promise<Outcome> {
  const key = `bars:${asked.series}`;
  const remembering = run.remembered<ParsedBars>(key, barChain(asked.series));
  const validating = remembering.then((known) => validateBars(asked.session, known?.parsed ?? null));
  const tried = new Map<string, Promise<Tried<ParsedBars>>>();
  const attempt = (route: SourceRoute<ParsedBars>): Promise<Tried<ParsedBars>> => {
    const running = tried.get(route.source) ?? tryRoute(route, asked, run.ports);
    tried.set(route.source, running);
    return running;
  };
  // The second source is asked at the same time: waiting for the first would double the time of a run.
  const second = withSecond && !run.offline ? secondOf(asked, run, attempt) : null;
  // Its failure is told where it is awaited; until then, or when the first fails before, it must not count as unhandled.
  second?.catch(() => undefined);
  // SeriesRequest while the archive is still read: what it remembers matters only when the answer is there.
  const asking = run.offline
    ? { best: null, attempts: [] }
    : runChain(barChain(asked.series), attempt, validating);
  const [archived, validation, { best, attempts }] = await Promise.all([remembering, validating, asking]);
  const better = best === null || (archived !== null && validation.compare(archived.parsed, best.parsed) < 0);
  const useArchive =
    archived !== null && better && (best === null || validation.problem(best.parsed) !== null);
  if (useArchive) return outcomeOf(key, archived.payload, archived.parsed, attempts, true);
  if (best === null)
    return { key, payload: null, rows: 0, first: '', last: '', attempts, fromArchive: false };
  const opinion = second === null ? undefined : opinionOf(best, await second, asked.session);
  return answered(key, best, attempts, opinion);
}

/** The outcome of a series that a provider gave. */
export function answered(
  key: string,
  best: Candidate<ParsedBars>,
  attempts: readonly Attempt[],
  opinion?: SecondOpinion,
): Outcome {
  return {
    ...outcomeOf(key, payloadOf(key, best, attempts, opinion), best.parsed, attempts, false),
    ...(opinion === undefined ? {} : { second: opinion }),
  };
}

function outcomeOf(
  key: string,
  payload: Payload,
  { bars: { sessions } }: ParsedBars,
  attempts: readonly Attempt[],
  fromArchive: boolean,
): Outcome {
  const kept = fromArchive ? fromTheArchive(payload, attempts) : payload;
  return {
    key,
    payload: kept,
    rows: sessions.length,
    first: sessions[0] ?? '',
    last: sessions.at(-1) ?? '',
    attempts,
    fromArchive,
  };
}

/** An earlier run's payload, marked as such; what that run noticed is of its own day and left out. */
export function fromTheArchive(payload: Payload, attempts: readonly Attempt[]): Payload {
  const { flags: _, note: __, ...rest } = payload;
  const note = [`the archive's own last, fetched ${payload.fetchedAt}`, failedAttempts(attempts)].filter(
    (part) => part !== undefined,
  );
  return { ...rest, note: note.join('; ') };
}

function payloadOf(
  key: string,
  { source, fetched, parsed }: Candidate<ParsedBars>,
  attempts: readonly Attempt[],
  opinion: SecondOpinion | undefined,
): Payload {
  const { bytes, origin, fetchedAt, status, headers } = fetched;
  const notes = [
    parsed.finality === 'provisional' ? provisionalNote : undefined,
    failedAttempts(attempts),
  ].filter((part) => part !== undefined);
  const flags = disagreement(key, source, opinion);
  return {
    key,
    source,
    origin,
    fetchedAt,
    bytes,
    response: { status, headers },
    ...(notes.length === 0 ? {} : { note: notes.join('; ') }),
    ...(flags.length === 0 ? {} : { flags }),
  };
}

function disagreement(key: string, source: string, opinion: SecondOpinion | undefined): Flag[] {
  const compared = opinion?.comparison;
  if (opinion === undefined || compared == null || compared.apart.length === 0) return [];
  const { session, first, second, difference, apart } = compared;
  const percent = (Math.abs(difference) * 100).toFixed(2);
  const others = apart.length === 1 ? '' : `, and on ${apart.length - 1} more of the last five closes`;
  const text = `two sources disagree on the close of ${session} by ${percent} %: ${source} ${first}, ${opinion.source} ${second}${others}`;
  return [{ subject: key, code: 'sources-disagree', text, sessions: apart, value: difference }];
}

type Second = { readonly route: SourceRoute<ParsedBars>; readonly tried: Tried<ParsedBars> }[];

/** The second opinions that are configured, tried until one answers. */
async function secondOf(
  asked: SeriesRequest,
  run: Run,
  attempt: (route: SourceRoute<ParsedBars>) => Promise<Tried<ParsedBars>>,
): Promise<Second> {
  const results: Second = [];
  const [first] = barChain(asked.series);
  for (const route of secondOpinions) {
    if (route === first || !route.serves(asked.series) || (route.needs?.(run.keys) ?? null) !== null)
      continue;
    const tried = await attempt(route);
    results.push({ route, tried });
    if ('candidate' in tried) break;
  }
  return results;
}

function opinionOf(best: Candidate<ParsedBars>, second: Second, session: string): SecondOpinion {
  for (const { route, tried } of second)
    if ('candidate' in tried && route.source !== best.source)
      return {
        source: route.source,
        comparison: compareCloses(best.parsed.bars, tried.candidate.parsed.bars, session),
      };
  const [last] = second.slice(-1);
  if (last === undefined) return { source: '', comparison: null, why: 'no second source is configured' };
  const why =
    'attempt' in last.tried ? (last.tried.attempt.why ?? 'no answer') : 'it is the only source that answered';
  return { source: last.route.source, comparison: null, why };
}
