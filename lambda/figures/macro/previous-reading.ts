import type { Readings } from '../../analytics/readings.ts';
import { addMonths } from '../../calendar/civil.ts';
import type { Basis } from '../../market-data/basis.ts';
import { lastOnOrBefore } from '../../series/position.ts';
import type { Reason } from '../../series/reason.ts';
import { whyUnpublished } from '../../series/unpublished.ts';
import type { FigureBook } from '../book.ts';
import { absent, write } from '../write.ts';
import type { Indicator } from './indicators.ts';

/**
 * Writes `X.previous`: the reading one period earlier, or one month earlier of a daily series. Where that period has
 * no reading, the newest before it: stale, and it says which period it is.
 *
 * @returns why the two readings are further apart than a period, so that they make no direction; null when they are not
 */
export function previousReading(
  indicator: Indicator,
  book: FigureBook,
  basis: Basis,
  past: Readings,
): Reason | null {
  const { id, unit, scale, daily, series } = indicator;
  const { periods, values } = past;
  const expected = daily ? aMonthBefore(periods) : periods.length - 2;
  let row = expected;
  while (row >= 0 && Number.isNaN(values[row])) row--;
  const period = periods[row];
  // The first that is lacking: a month that was never published does not explain one before it.
  const hole = periods[row + 1];
  const { asOf, sources, inputs, status } = basis;
  const own: Basis = {
    asOf: period ?? asOf,
    sources,
    inputs,
    status: status === 'proxy' ? 'proxy' : 'fresh',
  };
  const apart: Reason | null =
    period === undefined || hole === undefined || row === expected
      ? null
      : { code: 'previous-of', hole: whyNoReading(series, hole), month: period };
  const resting: Basis = apart === null ? own : { ...own, status: 'stale', reasons: [apart] };
  write(
    book,
    `${id}.previous`,
    { unit, method: 'reading before' },
    basis.status === 'missing' ? basis : resting,
    () => (row < 0 ? absent({ code: 'no-earlier-reading', subject: series }) : values[row]! * scale),
  );
  return apart;
}

function aMonthBefore(periods: readonly string[]): number {
  const newest = periods.at(-1);
  return newest === undefined ? -1 : lastOnOrBefore(periods, addMonths(newest, -1));
}

const whyNoReading = (series: string, period: string): Reason =>
  whyUnpublished(series, period) ?? { code: 'no-reading', month: period };
