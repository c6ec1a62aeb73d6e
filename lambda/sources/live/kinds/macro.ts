import { newYorkDate } from '../../../calendar/new-york.ts';
import type { MacroSpec } from '../../../editions/edition.ts';
import { InputError } from '../../../errors.ts';
import { whyImplausible } from '../../../quality/observations.ts';
import type { Candidate } from '../../chain.ts';
import { isGrowing } from '../../providers/fredgraph/fetch.ts';
import { routesTo } from '../../providers/routes.ts';
import type { SeriesRequest } from '../../route.ts';
import { ofItsEvening } from '../of-its-evening.ts';
import type { Cached, SeriesRules } from '../rules.ts';
import { grown, validateObservations } from './validate-observations.ts';

/**
 * A macro series as it was known on the session. A run of the session's own evening asks the providers; a later one
 * takes what that evening's run kept, so that no later revision changes an old briefing, and asks only for what that
 * run lacked.
 */
export const macroRules: SeriesRules<'macro'> = {
  kind: 'macro',
  extent: ({ observations: { dates } }) => ({
    rows: dates.length,
    first: dates[0] ?? '',
    last: dates.at(-1) ?? '',
  }),
  check({ observations }, asked) {
    const spec = specOf(asked);
    const why = spec === undefined ? null : whyImplausible(observations, spec);
    if (why !== null) throw new InputError(why);
  },
  validation: ({ series }, cached) => validateObservations(cached, isGrowing(series)),
  settled: ofItsEvening,
  prefersCached: (compared, problem) => problem !== null && compared <= 0,
  withPast(answer, cached, problem, asked) {
    // Daily rates are not revised: where no provider has more, the archive's past of them stays. Others are revised
    // and rebased, and an old part beside a new one would be a history that never was published.
    const isDaily = specOf(asked)?.frequency === 'daily';
    return isGrowing(asked.series) || (problem !== null && isDaily)
      ? withItsPast(answer, cached, asked)
      : answer;
  },
  remarks(answer, { asked, provesKnowledge, failed }) {
    const known = knownBy(answer, asked, provesKnowledge);
    return { notes: [failed], ...(known === undefined ? {} : { knownBy: known }) };
  },
};

const specOf = ({ series, edition }: SeriesRequest): MacroSpec | undefined =>
  edition.macro.find((spec) => spec.series === series);

function withItsPast(
  answer: Candidate<'macro'>,
  before: Cached<'macro'> | null,
  { series }: SeriesRequest,
): Candidate<'macro'> {
  const parse = routesTo('macro', series).find(({ source }) => source === answer.source)?.parse;
  if (before === null || parse === undefined || before.payload.source !== answer.source) return answer;
  const fetched = grown(answer.fetched, before.payload, series, parse);
  return { ...answer, fetched, parsed: parse(fetched.bytes, { series, fetchedAt: fetched.fetchedAt }) };
}

/**
 * The date by which all of it was known. FRED was asked for the values of a day and vouches for them; of others the
 * fetch itself is the proof, unless the run's clock was set, or a period lies after it.
 */
function knownBy(
  { source, fetched, parsed }: Candidate<'macro'>,
  asked: SeriesRequest,
  proves: boolean,
): string | undefined {
  if (source === 'fred') return asked.through;
  const date = newYorkDate(fetched.fetchedAt);
  return proves && (parsed.observations.dates.at(-1) ?? '') <= date ? date : undefined;
}
