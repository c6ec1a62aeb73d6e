import { addMonths, civil, monthOf, yearOf } from '../../../calendar/civil.ts';
import type { Indicator } from '../../figures/indicators.ts';
import type { Context } from '../context.ts';

const points = 36;

const monthStart = (date: string): string => civil(yearOf(date), monthOf(date), 1);

/**
 * Registers the sparkline of an indicator: its last 36 months or quarters, of a daily or weekly one the last reading of
 * each month. Null when there are not two readings to draw. Periods without a reading are gaps.
 */
export function spark(indicator: Indicator, { view, series }: Context): string | null {
  const newest = indicator.newest(view);
  if (newest === null) return null;
  const step = indicator.step === 3 ? 3 : 1;
  const end = monthStart(newest.period);
  const dates = Array.from({ length: points }, (_, i) => addMonths(end, (i - points + 1) * step));
  const { periods, values } = indicator.read(view, dates[0]!);
  const byMonth = new Map(periods.map((period, i) => [monthStart(period), values[i]!]));
  const drawn = dates.map((date) => (byMonth.get(date) ?? Number.NaN) * indicator.scale);
  if (drawn.filter((value) => !Number.isNaN(value)).length < 2) return null;
  const { asOf, inputs } = indicator.basis(view);
  const axis = series.axis(`${step === 3 ? 'quarters' : 'months'}.${end}`, dates);
  return series.add(`spark.${indicator.id}`, { axis, values: drawn, unit: indicator.unit, asOf, inputs });
}
