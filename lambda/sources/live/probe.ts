import type { Edition } from '../../editions/edition.ts';
import { type ChainPorts, type Tried, tryRoute } from '../chain.ts';
import type { ProviderFailure } from '../http/provider-error.ts';
import type { SeriesKind } from '../parsing/parsed.ts';
import { routesTo } from '../providers/routes.ts';
import type { SeriesRequest, SourceRoute } from '../route.ts';
import type { CollectRequest } from '../source.ts';
import { rulesOf, seriesOf } from './edition-series.ts';
import { CollectionRun } from './run.ts';
import type { LiveSettings } from './settings.ts';
import { firstDayAsked } from './source.ts';

/** What one source gives of one series: the first that it serves. */
export interface Probed {
  readonly source: string;
  /** The series that was asked for, `bars:IWM`. */
  readonly key: string;
  readonly outcome: 'answered' | 'refused' | 'not configured';
  /** HTTP status, where there was an answer. */
  readonly status: number | null;
  readonly milliseconds: number;
  /** What went wrong, in codes; null where it answered, and where what it answered could not be used. */
  readonly failure: ProviderFailure | null;
  /** Why it gave nothing that can be used; empty when it answered. */
  readonly why: string;
}

interface Probe {
  readonly kind: SeriesKind;
  readonly series: string;
  readonly route: SourceRoute;
}

/** Each source of the edition with the first series that it serves, those of prices first. */
function probesOf(edition: Edition, session: string): readonly Probe[] {
  const all = seriesOf(edition, session).flatMap(([kind, series]) =>
    routesTo(kind, series).map((route): Probe => ({ kind, series, route })),
  );
  const first = new Map<string, Probe>();
  for (const one of all) if (!first.has(one.route.source)) first.set(one.route.source, one);
  return [...first.values()];
}

const tryByRules = <K extends SeriesKind>(
  kind: K,
  route: SourceRoute<K>,
  asked: SeriesRequest,
  ports: ChainPorts,
): Promise<Tried<K>> => tryRoute(route, asked, ports, rulesOf[kind].check);

/**
 * Asks every source for one series, at its provider's pace, and reads the answer as a run would. What is received is
 * kept as received; nothing is published.
 */
export async function probe(
  settings: LiveSettings,
  { edition, session, through, now }: CollectRequest,
): Promise<readonly Probed[]> {
  const run = new CollectionRun(settings);
  const ask = async ({ kind, series, route }: Probe): Promise<Probed> => {
    const asked: SeriesRequest = { edition, series, from: firstDayAsked, through, session, now };
    const tried = await tryByRules(kind, route, asked, run.ports);
    const common = { source: route.source, key: `${kind}:${series}` };
    if ('candidate' in tried) {
      const { status } = tried.candidate.fetched;
      return {
        ...common,
        outcome: 'answered',
        status,
        milliseconds: tried.milliseconds,
        failure: null,
        why: '',
      };
    }
    const { outcome, status = null, milliseconds, failure = null, why = 'gave nothing' } = tried.attempt;
    return {
      ...common,
      outcome: outcome === 'not configured' ? outcome : 'refused',
      status,
      milliseconds,
      failure,
      why,
    };
  };
  try {
    return await Promise.all(probesOf(edition, session).map(ask));
  } finally {
    await run.end();
  }
}
