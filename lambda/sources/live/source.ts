import { NothingKept, NothingReceived } from '../../errors.ts';
import type { Flag } from '../../series/flag.ts';
import type { SeriesKind } from '../parsing/parsed.ts';
import type { SeriesRequest } from '../route.ts';
import { keptSchedule } from '../schedule/kept.ts';
import type { CollectRequest, Payload, Source } from '../source.ts';
import { collectSeries } from './collect-series.ts';
import { rulesOf, seriesOf } from './edition-series.ts';
import { barRules } from './kinds/bars.ts';
import {
  failedAttempts,
  failuresText,
  isOnlyUnconfigured,
  type SeriesOutcome,
  whyAbsent,
} from './outcome.ts';
import { CollectionRun } from './run.ts';
import { secondLook } from './second-look.ts';
import type { LiveSettings } from './settings.ts';

/** Histories are asked for from here: the year before it is the first that any figure reaches back to. */
export const firstDayAsked = '2005-01-01';

export interface LiveSource extends Source {
  /** Every series of the edition with all that became of it. */
  survey(request: CollectRequest): Promise<readonly SeriesOutcome[]>;
}

/** The providers' chains as a source: every series from the first provider that gives it whole. */
export function liveSource(settings: LiveSettings): LiveSource {
  let retries = 0;
  const survey = (request: CollectRequest) =>
    surveyOf(settings, request, (count) => {
      retries += count;
    });
  return {
    name: 'live',
    simulated: false,
    retries: () => retries,
    survey,
    collect: async (request) => {
      const outcomes = await survey(request);
      if (settings.offline && outcomes.every(({ payload }) => payload === null))
        throw new NothingKept(
          `nothing is kept from a provider for ${request.session} or a session shortly before it`,
        );
      return payloadsOf(outcomes, request);
    },
  };
}

async function surveyOf(
  settings: LiveSettings,
  request: CollectRequest,
  retried: (count: number) => void,
): Promise<readonly SeriesOutcome[]> {
  const { edition, session, through, now } = request;
  const run = new CollectionRun(settings);
  const ask = (series: string): SeriesRequest => ({
    edition,
    series,
    from: firstDayAsked,
    through,
    session,
    now,
  });
  const collect = <K extends SeriesKind>(kind: K, series: string) =>
    kind === 'bars' ? collectSymbol(run, ask(series)) : collectSeries(run, rulesOf[kind], ask(series));
  try {
    const outcomes = await Promise.all(
      seriesOf(edition, session).map(([kind, series]) => collect(kind, series)),
    );
    return await secondLook(run, ask, outcomes.flat());
  } finally {
    retried(run.retries);
    await run.end();
  }
}

/** A symbol, and where no provider has it its substitutes. */
async function collectSymbol(run: CollectionRun, asked: SeriesRequest): Promise<readonly SeriesOutcome[]> {
  const { edition, series } = asked;
  const outcome = await collectSeries(run, barRules, asked, edition.required.includes(series));
  const alternates = edition.symbols.find(({ symbol }) => symbol === series)?.alternates ?? [];
  if (outcome.payload !== null || alternates.length === 0) return [outcome];
  const others = alternates.map((one) => collectSeries(run, barRules, { ...asked, series: one }));
  return [outcome, ...(await Promise.all(others))];
}

/** The payload of a series; one that another than the first gave is marked. */
function receivedIn({ payload, attempts, fromArchive }: SeriesOutcome): readonly Payload[] {
  if (payload === null) return [];
  const fellBack = !fromArchive && failedAttempts(attempts) !== undefined;
  return [fellBack ? { ...payload, fellBack } : payload];
}

/**
 * What was received, as payloads, and behind them the dates kept in the program. Why a series is absent is said with the
 * first of them, so that the snapshot keeps it and the report shows it.
 *
 * @throws NothingReceived when no series at all was received
 */
export function payloadsOf(
  outcomes: readonly SeriesOutcome[],
  asked: Pick<CollectRequest, 'session' | 'through' | 'now'>,
): readonly Payload[] {
  const absent: Flag[] = outcomes
    .filter((outcome) => outcome.payload === null && !isOnlyUnconfigured(outcome))
    .map((outcome) => ({ subject: outcome.key, code: 'not-received', text: whyAbsent(outcome) }));
  const [first, ...others] = outcomes.flatMap(receivedIn);
  if (first === undefined)
    throw new NothingReceived(`no provider gave anything: ${failuresText(outcomes)}`, {
      hint: 'Is there a network? Try again later. --data DIR takes CSV files, --offline what earlier runs were given.',
    });
  const kept = keptSchedule(asked);
  const behind = kept === null ? others : [...others, kept];
  if (absent.length === 0) return [first, ...behind];
  return [{ ...first, flags: [...(first.flags ?? []), ...absent] }, ...behind];
}
