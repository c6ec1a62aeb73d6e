import { yearOf } from '../../../calendar/civil.ts';
import { packBundle } from '../../parsing/bundle.ts';
import type { ParsedObservations } from '../../parsing/parsed.ts';
import { partOf, type Way } from '../../way.ts';
import { parseTreasury, treasuryColumns } from './parse.ts';

/** The score wants 1260 sessions of a 63-session change: a little over five years, and the year before that. */
const years = 7;

/** The origin of the par yields: a file a year, the same ones for every maturity. */
export const treasury: Way<ParsedObservations> = {
  source: 'treasury',
  provider: 'treasury',
  serves: (series) => series in treasuryColumns,
  async fetch(client, { through }) {
    const last = yearOf(through);
    const answers = await Promise.all(
      Array.from({ length: years }, (_, back) => client.getOnce('treasury', pathOf(last - back))),
    );
    const parts = answers.map((answer, back) => partOf(answer, String(last - back)));
    const [newest] = answers;
    return {
      bytes: packBundle(parts),
      origin: newest?.url ?? '',
      fetchedAt: newest?.fetchedAt ?? '',
      status: answers.find((answer) => answer.status !== 200)?.status ?? 200,
      headers: newest?.headers ?? {},
    };
  },
  parse: parseTreasury,
};

function pathOf(year: number): string {
  const base = '/resource-center/data-chart-center/interest-rates/daily-treasury-rates.csv';
  return `${base}/${year}/all?type=daily_treasury_yield_curve&field_tdr_date_value=${year}&page&_format=csv`;
}
