import type { Edition } from '../../editions/edition.ts';
import { tryRoute } from '../chain.ts';
import { secRoutes } from '../providers/sec/fetch.ts';
import type { SeriesRequest, SourceRoute } from '../route.ts';
import type { CollectRequest } from '../source.ts';
import { barChain, macroChain } from './chains.ts';
import { holdingsRoutes, optionsRoutes } from './disclosures.ts';
import { calendarsOf, eventChain } from './events.ts';
import { Run } from './run.ts';
import type { LiveSettings } from './settings.ts';

/** What one source gives of one series: the first that it serves. */
export interface Probed {
  readonly source: string;
  /** The series that was asked for, `bars:IWM`. */
  readonly key: string;
  readonly outcome: 'answered' | 'refused' | 'not configured';
  /** HTTP status, where there was an answer. */
  readonly status: number | null;
  readonly milliseconds: number;
  /** Why it gave nothing that can be used; empty when it answered. */
  readonly why: string;
}

interface Candidate {
  readonly key: string;
  readonly series: string;
  readonly route: SourceRoute<unknown>;
}

/** Each source of the edition with the first series that it serves, those of prices first. */
function candidatesOf(edition: Edition, session: string): readonly Candidate[] {
  const of = (
    kind: string,
    series: string,
    routes: readonly SourceRoute<never>[] | readonly SourceRoute<unknown>[],
  ) =>
    routes.map(
      (route): Candidate => ({ key: `${kind}:${series}`, series, route: route as SourceRoute<unknown> }),
    );
  const symbols = [...new Set([...edition.required, ...edition.symbols.map(({ symbol }) => symbol)])];
  const all = [
    ...symbols.flatMap((symbol) => of('bars', symbol, barChain(symbol))),
    ...edition.macro.flatMap(({ series }) => of('macro', series, macroChain(series, edition))),
    ...edition.filers.flatMap(({ symbol, cik }) => of('filings', symbol, secRoutes(cik))),
    ...edition.holdings.flatMap((fund) => of('holdings', fund, holdingsRoutes(fund))),
    ...of('options', edition.underlying, optionsRoutes),
    ...calendarsOf(session).flatMap((series) => of('events', series, eventChain(series, edition))),
  ];
  const first = new Map<string, Candidate>();
  for (const candidate of all)
    if (!first.has(candidate.route.source)) first.set(candidate.route.source, candidate);
  return [...first.values()];
}

/**
 * Asks every source for one series, at its provider's pace, and reads the answer as a run would. What is received is
 * kept as received; nothing is published.
 */
export async function probe(
  settings: LiveSettings,
  { edition, session, through, now }: CollectRequest,
): Promise<readonly Probed[]> {
  const run = new Run(settings);
  const ask = async ({ key, series, route }: Candidate): Promise<Probed> => {
    const asked: SeriesRequest = { series, from: '2005-01-01', through, session, now };
    const tried = await tryRoute(route, asked, run.ports);
    const common = { source: route.source, key };
    if ('candidate' in tried) {
      const { status } = tried.candidate.fetched;
      return { ...common, outcome: 'answered', status, milliseconds: tried.milliseconds, why: '' };
    }
    const { outcome, status = null, milliseconds, why = 'gave nothing' } = tried.attempt;
    return {
      ...common,
      outcome: outcome === 'not configured' ? outcome : 'refused',
      status,
      milliseconds,
      why,
    };
  };
  try {
    return await Promise.all(candidatesOf(edition, session).map(ask));
  } finally {
    await run.end();
  }
}
