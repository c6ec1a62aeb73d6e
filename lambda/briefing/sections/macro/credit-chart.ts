import { addDays } from '../../../calendar/civil.ts';
import { scoredOf } from '../../../figures/macro/scorecard.ts';
import { plainText } from '../../../report/plain-text.ts';
import type { LineChart } from '../../../report/schema.ts';
import { lastOnOrBefore } from '../../../series/position.ts';
import type { Context } from '../../context.ts';
import { said, say } from '../../words/sentence.ts';
import { titleOr } from '../../words/title.ts';

const weeks = 5 * 52;
/** A reading older than this is not drawn for a week: holidays shift a print by days, not by weeks. */
const tolerance = 7;
const lines = [
  { id: 'macro.hyoas', label: 'High yield', role: 'accent' },
  { id: 'macro.baa10y', label: 'Baa', role: 'strong' },
  { id: 'macro.curve.2s10s', label: '10 less 2 years', role: 'plain' },
] as const;

/** Credit spreads and the slope of the curve by the week, over five years. */
export function creditChart({ view, series, words }: Context): LineChart | null {
  const dates = Array.from({ length: weeks + 1 }, (_, i) => addDays(view.session, (i - weeks) * 7));
  const drawn = lines.flatMap((line) => {
    const indicator = scoredOf(view.edition).find(({ id }) => id === line.id);
    if (indicator === undefined) return [];
    const { periods, values } = indicator.read(view, addDays(dates[0]!, -tolerance));
    const weekly = dates.map((date) => {
      const row = lastOnOrBefore(periods, date);
      const period = periods[row];
      return period === undefined || period < addDays(date, -tolerance)
        ? Number.NaN
        : values[row]! * indicator.scale;
    });
    return weekly.every(Number.isNaN) ? [] : [{ ...line, indicator, weekly }];
  });
  if (drawn.length === 0) return null;
  const axis = series.axis('macro.weeks', dates);
  return {
    kind: 'chart',
    type: 'lines',
    id: 'macro.credit',
    title: titleOr(
      say`High-yield spread ${words.short('macro.hyoas')}, at or above ${words.value('macro.hyoas.percentile')} of ten years`,
      'Credit spreads and the yield curve',
    ),
    subtitle: 'Credit spreads and the yield curve, percentage points; weekly, five years',
    asOf: drawn[0]!.indicator.newest(view)?.period ?? view.session,
    alt: said(drawn.map(({ id, label }) => say`${label} ${words.value(id)}.`))
      .map(plainText)
      .join(' '),
    unit: 'percentage points',
    lines: drawn.map(({ id, label, role, indicator, weekly }) => {
      const { asOf, inputs } = indicator.basis(view);
      return {
        label,
        role,
        series: series.add(`macro.weeks.${id}`, {
          axis,
          values: weekly,
          unit: 'percentage points',
          asOf,
          inputs,
        }),
      };
    }),
    rules: [{ value: 0, label: '' }],
  };
}
