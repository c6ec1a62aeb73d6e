import { addDays } from '../../../calendar/civil.ts';
import { newYorkDate } from '../../../calendar/new-york.ts';
import type { Answer } from '../../http/client.ts';
import { ProviderError } from '../../http/provider-error.ts';
import { packBundle } from '../../parsing/bundle.ts';
import { partOf, type SourceRoute, single } from '../../route.ts';
import { massiveNextPage, parseMassive } from './parse.ts';

const mostPages = 12;

/**
 * What the free plan gives, as others measured it in August 2026: nothing of the current day, two years back, and of a
 * longer range 500 bars without a word. 700 days have some 483 sessions.
 */
const plan = { yearsBack: 730, span: 700 };

/** @throws ProviderError when the free plan has nothing of the newest session, so that no request is wasted */
function rangeOf(through: string, now: string): { readonly from: string; readonly to: string } {
  const today = newYorkDate(now);
  if (through >= today)
    throw new ProviderError('not asked', 'not asked: its free plan has no bar of the current day');
  const oldest = addDays(today, -plan.yearsBack);
  if (through < addDays(oldest, plan.span / 2))
    throw new ProviderError('not asked', 'not asked: its free plan reaches back two years only');
  const from = addDays(through, -plan.span);
  if (from < oldest) return { from: oldest, to: through };
  return { from, to: through };
}

/** Past sessions only. Five requests a minute on the free plan: enough for the few series that matter most. */
export const massiveBars: SourceRoute<'bars'> = {
  kind: 'bars',
  source: 'massive',
  provider: 'massive',
  serves: (series) => !series.startsWith('^'),
  async fetch(client, { series, through, now }, keys) {
    const { from, to } = rangeOf(through, now);
    const headers = { authorization: `Bearer ${keys.massive}` };
    const path = `/v2/aggs/ticker/${encodeURIComponent(series)}/range/1/day/${from}/${to}`;
    const first = await client.get('massive', `${path}?adjusted=true&sort=asc&limit=50000`, headers);
    const answers: Answer[] = [first];
    for (let newest = first; newest.status === 200 && answers.length < mostPages; answers.push(newest)) {
      const next = massiveNextPage(newest.bytes);
      if (next === null) break;
      newest = await client.get('massive', next, headers);
    }
    if (answers.length === 1) return single(first);
    const parts = answers.map((answer, i) => partOf(answer, `page ${i + 1}`));
    const status = answers.find((answer) => answer.status !== 200)?.status ?? 200;
    return { ...single(first), bytes: packBundle(parts), status };
  },
  parse: parseMassive,
};
