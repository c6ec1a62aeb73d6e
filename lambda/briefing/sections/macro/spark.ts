import { addMonths, endOfMonth, startOfMonth } from '../../../calendar/civil.ts';
import type { Indicator } from '../../../figures/macro/indicators.ts';
import { memo } from '../../../market-data/memo.ts';
import { lastOnOrBefore } from '../../../series/position.ts';
import type { Context } from '../../context.ts';

const points = 36;

/** First and last days of the months that are drawn up to one, by their distance in months: the same for many lines. */
const periodsTo = memo((end: string) =>
  memo((step: number) => {
    const dates = Array.from({ length: points }, (_, i) => addMonths(end, (i - points + 1) * step));
    return { dates, ends: dates.map(endOfMonth) };
  }),
);

/**
 * Registers the sparkline of an indicator: its last 36 months or quarters, of a daily or weekly one the last reading of
 * each month. Null when there are not two readings to draw. Periods without a reading are gaps.
 */
export function spark(indicator: Indicator, { view, series }: Context): string | null {
  const newest = indicator.newest(view);
  if (newest === null) return null;
  const step = indicator.step === 3 ? 3 : 1;
  const end = startOfMonth(newest.period);
  const { dates, ends } = periodsTo(end)(step);
  const { periods, values } = indicator.read(view, dates[0]!);
  const drawn = dates.map((month, i) => {
    const row = lastOnOrBefore(periods, ends[i]!);
    return row >= 0 && periods[row]! >= month ? values[row]! * indicator.scale : Number.NaN;
  });
  if (drawn.filter((value) => !Number.isNaN(value)).length < 2) return null;
  const { asOf, inputs } = indicator.basis(view);
  const axis = series.axis(`${step === 3 ? 'quarters' : 'months'}.${end}`, dates);
  return series.add(`spark.${indicator.id}`, { axis, values: drawn, unit: indicator.unit, asOf, inputs });
}
