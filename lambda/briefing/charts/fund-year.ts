import { lacksOneSince } from '../../figures/windows.ts';
import { plainText } from '../../report/plain-text.ts';
import type { LineChart } from '../../report/schema.ts';
import type { Context } from '../context.ts';
import { multiple } from '../words/multiple.ts';
import { say } from '../words/sentence.ts';
import { titleOr } from '../words/title.ts';
import { earned } from '../words/verbs.ts';

/**
 * The fund over a year against three times the period's return and three times each day's, compounded: percent since
 * the first day. The two references part by compounding, the fund and the second by cost and tracking.
 */
export function fundYear({ view, series, edition, words }: Context): LineChart | null {
  const { fund, underlying } = edition;
  const { symbol, beta } = fund;
  const pair = view.pair(symbol, underlying);
  const { index, basis } = pair;
  const start = view.start('1y');
  if (index < 0 || lacksOneSince(pair, start, '1y') !== null) return null;
  const dates = view.panel.axis.sessions.slice(start, index + 1);
  const first = pair.first.history.adjusted;
  const second = pair.second.history.adjusted;
  const returns = pair.second.history.returns();
  const made = new Float64Array(dates.length);
  const period = new Float64Array(dates.length);
  const daily = new Float64Array(dates.length);
  let product = 1;
  for (let i = 0; i < dates.length; i++) {
    const row = start + i;
    if (i > 0) product *= 1 + beta * returns[row]!;
    made[i] = first[row]! / first[start]! - 1;
    period[i] = beta * (second[row]! / second[start]! - 1);
    daily[i] = product - 1;
  }
  series.axis('fund-year', dates);
  const add = (id: string, values: Float64Array) =>
    series.add(id, { axis: 'fund-year', values, unit: 'fraction', asOf: basis.asOf, inputs: basis.inputs });
  const times = multiple(beta);
  const summary = say`Over a year ${symbol} returned ${words.value(`return.${symbol}.1y`)}; ${times} ${underlying}’s return was ${words.value(`target.${symbol}.1y.period`)}, and ${times} each day’s return compounded ${words.value(`target.${symbol}.1y.daily`)}.`;
  return {
    kind: 'chart',
    type: 'lines',
    id: 'fund-year',
    title: titleOr(
      say`In a year ${symbol} ${earned(made.at(-1)!)} ${words.amount(`return.${symbol}.1y`)}; ${times} ${underlying} was ${words.level(`target.${symbol}.1y.period`)}`,
      `${symbol} against ${times} ${underlying}, over the period and day by day`,
    ),
    subtitle: `Total return over a year; daily: ${times} each day’s, compounded`,
    asOf: view.session,
    alt: summary === null ? `${symbol} over one year` : plainText(summary),
    unit: 'fraction',
    lines: [
      { label: symbol, series: add(`fund-year.${symbol}`, made), role: 'accent' },
      { label: `${beta}× period`, series: add(`fund-year.${symbol}.period`, period), role: 'strong' },
      {
        label: `${beta}× daily`,
        series: add(`fund-year.${symbol}.daily`, daily),
        role: 'plain',
        dashed: true,
      },
    ],
    rules: [{ value: 0, label: '' }],
  };
}
