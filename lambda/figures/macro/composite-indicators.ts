import { mean } from '../../analytics/mean.ts';
import { level, type Readings, readings } from '../../analytics/readings.ts';
import { rollingZ } from '../../analytics/rolling-z.ts';
import { addDays } from '../../calendar/civil.ts';
import type { Edition, VolatilityIndex } from '../../editions/edition.ts';
import { fredSeries } from '../../editions/fred.ts';
import { type Basis, joint } from '../../market-data/basis.ts';
import { weakMemo } from '../../market-data/memo.ts';
import type { PriceHistory } from '../../market-data/price-history.ts';
import type { SessionView } from '../../market-data/session-view.ts';
import { newestBar } from '../../market-data/symbol-view.ts';
import { existingOf } from '../../series/existing.ts';
import type { Known } from '../../series/known.ts';
import { type Indicator, indicator, newestOf } from './indicators.ts';

/** For each of some ascending dates the row of the last of others on or before it; -1 before the first. */
const rowsOn = weakMemo((dates: readonly string[]) =>
  weakMemo((others: readonly string[]) => {
    const rows = new Int32Array(dates.length);
    let row = -1;
    for (let i = 0; i < dates.length; i++) {
      while (row + 1 < others.length && others[row + 1]! <= dates[i]!) row++;
      rows[i] = row;
    }
    return rows;
  }),
);

/** The values known of a series on the last days of another, the last of them known: that day's, or the last before it. */
function standingOn(days: Known, count: number, known: Known): Float64Array {
  const rows = rowsOn(days.dates)(known.dates);
  const values = new Float64Array(count).fill(Number.NaN);
  for (let i = 0; i < count; i++) {
    const row = Math.min(rows[days.length - count + i]!, known.length - 1);
    if (row >= 0) values[i] = known.values[row]!;
  }
  return values;
}

/** A daily indicator made of several series, read on the first one's dates. */
function combined(
  id: string,
  method: Indicator['method'],
  series: readonly [string, ...string[]],
  combine: (columns: readonly Float64Array[], row: number) => number,
): Indicator {
  return {
    id: `macro.${id}`,
    unit: 'fraction',
    method,
    step: 0,
    daily: true,
    scale: 0.01,
    resolution: 0,
    series: series[0],
    rests: series,
    basis: (view) => joint(...series.map((name) => view.macro(name).basis)),
    newest: (view) => newestOf(view, series[0]),
    read: (view, from) => {
      const days = view.macro(series[0]).known;
      const { periods } = readings(days, level, 0, from);
      const columns = series.map((name) => standingOn(days, periods.length, view.macro(name).known));
      const values = new Float64Array(periods.length);
      for (let row = 0; row < values.length; row++) values[row] = combine(columns, row);
      return { periods, values };
    },
  };
}

const published = indicator('curve.2s10s', fredSeries.slope, 'fraction', level, {
  step: 0,
  daily: true,
  scale: 0.01,
  method: 'curve slope',
});
const computed = combined(
  'curve.2s10s',
  'curve slope',
  [fredSeries.tenYears, fredSeries.twoYears],
  ([ten, two], row) => ten![row]! - two![row]!,
);
const curveOf = (view: SessionView): Indicator =>
  view.macro(fredSeries.slope).latest === null ? computed : published;

/** The published slope where there is one, else ten years less two. */
const curve: Indicator = {
  ...published,
  basis: (view) => curveOf(view).basis(view),
  newest: (view) => curveOf(view).newest(view),
  read: (view, from) => curveOf(view).read(view, from),
};

/**
 * A volatility index: its newest close or what was known of the series that carries it, whichever is dated later; the
 * close when both are of the same day.
 */
function volatilityIndex({ id, symbol, series }: VolatilityIndex): Indicator {
  const carried = indicator(id, series, 'index points', level, { step: 0, daily: true });
  const quoted = (view: SessionView): string | null => {
    const { axis } = view.panel;
    const close = axis.sessions[newestBar(view.symbol(symbol).history, axis.lastOnOrBefore(view.session))];
    const known = view.macro(series).latest?.date;
    return close === undefined || (known !== undefined && known > close) ? null : close;
  };
  const basis = (view: SessionView): Basis => {
    const close = quoted(view);
    if (close === null)
      return view.panel.macro.has(series) ? carried.basis(view) : view.symbol(symbol).adjusted;
    if (close === view.session) return view.symbol(symbol).adjusted;
    // Rates of yesterday are what is known of a series; of an index that trades they are late.
    const { sources, inputs } = view.symbol(symbol).adjusted;
    const late = { code: 'newest', subject: symbol, date: close, isMonth: false } as const;
    return { asOf: close, sources, inputs, status: 'stale', reasons: [late] };
  };
  return {
    ...carried,
    method: 'volatility index',
    basis,
    newest: (view) => {
      const close = quoted(view);
      return close === null
        ? carried.newest(view)
        : { period: close, since: { day: close, kind: 'published' } };
    },
    read: (view, from) => (quoted(view) === null ? carried.read(view, from) : closesOf(view, symbol, from)),
  };
}

function closesOf(view: SessionView, symbol: string, from: string): Readings {
  const { axis } = view.panel;
  const { indices, values, upTo } = closes(view.symbol(symbol).history);
  const end = upTo(axis.lastOnOrBefore(view.session));
  const start = upTo(axis.lastOnOrBefore(addDays(from, -1)));
  const [first, last] = [indices[start] ?? 0, indices[end - 1] ?? -1];
  const periods =
    last - first === end - 1 - start
      ? axis.sessions.slice(first, last + 1)
      : Array.from(indices.subarray(start, end), (index) => axis.sessions[index]!);
  return { periods, values: values.subarray(start, end) };
}

const closes = weakMemo(({ adjusted }: PriceHistory) => existingOf(adjusted));

const surveys = [fredSeries.empire, fredSeries.philadelphia, fredSeries.dallas] as const;
/** Surveys that a month needs; the others join where they are. */
const neededSurveys = 2;
const monthsOfZ = 120;

/** Mean z of the regional manufacturing surveys by month: of the first two and, where it is there, of the third. */
const regional: Indicator = {
  ...indicator('regional.z', surveys[0], 'z', level, {
    method: 'regional composite',
    resolution: 0.01,
  }),
  rests: surveys,
  basis: (view) => joint(...surveys.slice(0, neededSurveys).map((name) => view.macro(name).basis)),
  newest: (view) =>
    surveys
      .slice(0, neededSurveys)
      .map((name) => newestOf(view, name))
      .reduce((older, each) => (older && each && each.period < older.period ? each : older)),
  read: (view, from) => {
    const scores = surveys.map((name) => zByMonth(view.macro(name).known));
    const periods = [...scores[0]!.keys()].filter((month) => month >= from && scores[1]!.has(month));
    const values = Float64Array.from(periods, (month) =>
      mean(Float64Array.from(scores.flatMap((score) => score.get(month) ?? []))),
    );
    return { periods, values };
  },
};

const zByMonth = weakMemo((known: Known): ReadonlyMap<string, number> => {
  const scores = rollingZ(known.values.subarray(0, known.length), monthsOfZ, monthsOfZ);
  const months = new Map<string, number>();
  for (const [row, score] of scores.entries()) if (!Number.isNaN(score)) months.set(known.dates[row]!, score);
  return months;
});

const gap = combined(
  'policygap',
  'policy gap',
  [fredSeries.twoYears, fredSeries.targetUpper, fredSeries.targetLower],
  ([two, upper, lower], row) => two![row]! - (upper![row]! + lower![row]!) / 2,
);

/** Yield less target, day by day; the last of them is held against the newest target, as the figure itself is. */
const policyGap: Indicator = {
  ...gap,
  read: (view, from) => {
    const { periods, values } = gap.read(view, from);
    const newest = [fredSeries.twoYears, fredSeries.targetUpper, fredSeries.targetLower].map(
      (name) => view.macro(name).latest?.value ?? Number.NaN,
    );
    const [two, upper, lower] = newest as [number, number, number];
    if (values.length > 0) values[values.length - 1] = two - (upper + lower) / 2;
    return { periods, values };
  },
};

/** Indicators made of several series, or of the market's own indices. */
export const compositesOf = ({ volatilityIndices }: Edition): readonly Indicator[] => [
  policyGap,
  curve,
  regional,
  ...volatilityIndices.map(volatilityIndex),
];
