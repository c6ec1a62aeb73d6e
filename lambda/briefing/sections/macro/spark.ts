import { addMonths, endOfMonth, startOfMonth } from '../../../calendar/civil.ts';
import type { Indicator } from '../../../figures/macro/indicators.ts';
import { memo, weakMemo } from '../../../market-data/memo.ts';
import type { Panel } from '../../../market-data/panel.ts';
import type { SessionView } from '../../../market-data/session-view.ts';
import type { Known } from '../../../series/known.ts';
import { lastOnOrBefore } from '../../../series/position.ts';
import type { Context } from '../context.ts';

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
  const { dates } = periodsTo(end)(step);
  const drawn = drawnOf(indicator, view, end, step);
  if (drawn.filter((value) => !Number.isNaN(value)).length < 2) return null;
  const { asOf, inputs } = indicator.basis(view);
  const axis = series.axis(`${step === 3 ? 'quarters' : 'months'}.${end}`, dates);
  return series.add(`spark.${indicator.id}`, { axis, values: drawn, unit: indicator.unit, asOf, inputs });
}

/** What was drawn last of an indicator in a panel, and what of. */
interface Drawn {
  readonly end: string;
  readonly known: readonly Known[];
  readonly values: readonly number[];
}

const lastDrawn = weakMemo((_: Indicator) => weakMemo((_: Panel) => ({ last: null as Drawn | null })));

/** The values drawn; those of the session before while nothing new is known, as of months and quarters on most days. */
function drawnOf(indicator: Indicator, view: SessionView, end: string, step: number): readonly number[] {
  const memory = lastDrawn(indicator)(view.panel);
  const known = indicator.rests.map((series) => view.macro(series).known);
  const { last } = memory;
  if (last !== null && last.end === end && last.known.every((one, i) => one === known[i])) return last.values;
  const { dates, ends } = periodsTo(end)(step);
  const { periods, values } = indicator.read(view, dates[0]!);
  const drawn = dates.map((month, i) => {
    const row = lastOnOrBefore(periods, ends[i]!);
    return row >= 0 && periods[row]! >= month ? values[row]! * indicator.scale : Number.NaN;
  });
  memory.last = { end, known, values: drawn };
  return drawn;
}
