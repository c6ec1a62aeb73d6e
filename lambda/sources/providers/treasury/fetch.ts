import { yearOf } from '../../../calendar/civil.ts';
import type { Answer, Client } from '../../http/client.ts';
import { ProviderError } from '../../http/provider-error.ts';
import { type SourceRoute, several } from '../../route.ts';
import { type Curve, curveOf, parseTreasury, treasuryColumns } from './parse.ts';

/** The score wants 1260 sessions of a 63-session change: a little over five years, and the year before that. */
const years = 7;

const types = { par: 'daily_treasury_yield_curve', real: 'daily_treasury_real_yield_curve' } as const;

/** The origin of par and real yields: a file a year and curve, the same ones for every maturity. */
export const treasuryMacro: SourceRoute<'macro'> = {
  kind: 'macro',
  source: 'treasury',
  provider: 'treasury',
  serves: (series) => series in treasuryColumns,
  async fetch(client, { series, through }) {
    const curves = [...new Set((treasuryColumns[series] ?? []).map(curveOf))];
    const asked = await Promise.all(curves.map((curve) => filesOf(client, curve, yearOf(through))));
    return several(asked.flat());
  },
  parse: parseTreasury,
};

/**
 * The newest year and those before it, up to the first that was refused: a history that begins later is one, a history
 * with a hole is none.
 *
 * @throws ProviderError of the newest year
 */
async function filesOf(
  client: Client,
  curve: Curve,
  newest: number,
): Promise<(readonly [label: string, answer: Answer])[]> {
  const asked = await Promise.allSettled(
    Array.from({ length: years }, (_, back) => client.getOnce('treasury', pathOf(curve, newest - back))),
  );
  const files: (readonly [string, Answer])[] = [];
  for (const [back, one] of asked.entries()) {
    if (one.status === 'rejected') {
      if (back === 0 || !(one.reason instanceof ProviderError)) throw one.reason;
      break;
    }
    if (back > 0 && one.value.status !== 200) break;
    files.push([curve === 'par' ? String(newest - back) : `${newest - back} real`, one.value]);
  }
  return files;
}

function pathOf(curve: Curve, year: number): string {
  const base = '/resource-center/data-chart-center/interest-rates/daily-treasury-rates.csv';
  return `${base}/${year}/all?type=${types[curve]}&field_tdr_date_value=${year}&page&_format=csv`;
}
