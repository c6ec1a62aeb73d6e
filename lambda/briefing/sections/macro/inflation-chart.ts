import { addMonths } from '../../../calendar/civil.ts';
import { scoredOf } from '../../../figures/macro/scorecard.ts';
import { plainText } from '../../../report/plain-text.ts';
import type { LineChart } from '../../../report/schema.ts';
import type { Context } from '../../context.ts';
import { say } from '../../words/sentence.ts';
import { titleOr } from '../../words/title.ts';

const months = 60;
const lines = [
  { id: 'macro.corecpi.yoy', label: 'Over the year', role: 'accent' },
  { id: 'macro.corecpi.3m', label: '3 months', role: 'plain' },
] as const;

/** Core CPI over five years: over the year, and over three months at a yearly rate. */
export function inflationChart({ view, series, words }: Context): LineChart | null {
  const drawn = lines.flatMap((line) => {
    const indicator = scoredOf(view.edition).find(({ id }) => id === line.id);
    return indicator === undefined ? [] : [{ ...line, indicator }];
  });
  const newest = drawn[0]?.indicator.newest(view);
  if (!newest) return null;
  const dates = Array.from({ length: months }, (_, i) => addMonths(newest.period, i - months + 1));
  const axis = series.axis('macro.inflation', dates);
  const caption = say`Core CPI ${words.value('macro.corecpi.yoy')} over the year and ${words.value('macro.corecpi.3m')} over three months at a yearly rate.`;
  return {
    kind: 'chart',
    type: 'lines',
    id: 'macro.inflation',
    title: titleOr(
      say`Core CPI ${words.value('macro.corecpi.yoy')} over the year, ${words.value('macro.corecpi.3m')} over three months`,
      'Core CPI over the year and over three months',
    ),
    subtitle:
      'Percent, three months at a yearly rate; five years; dashed: 2\u202f%, the Fed’s goal for PCE prices; a gap is a month that was never published',
    asOf: newest.period,
    alt: caption === null ? 'Core CPI over five years' : plainText(caption),
    unit: 'fraction',
    lines: drawn.map(({ id, label, role, indicator }) => {
      const { periods, values } = indicator.read(view, dates[0]!);
      const byMonth = new Map(periods.map((period, i) => [period, values[i]!]));
      const { asOf, inputs } = indicator.basis(view);
      return {
        label,
        role,
        series: series.add(`macro.inflation.${id}`, {
          axis,
          values: dates.map((date) => (byMonth.get(date) ?? Number.NaN) * indicator.scale),
          unit: 'fraction',
          asOf,
          inputs,
        }),
      };
    }),
    rules: [{ value: 0.02, label: '2\u202f%' }],
  };
}
