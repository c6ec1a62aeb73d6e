import { mean } from '../../analytics/mean.ts';
import { level, type Readings, readings } from '../../analytics/readings.ts';
import { rollingZ } from '../../analytics/rolling-z.ts';
import { lastOnOrBefore } from '../../series/position.ts';
import { joint } from '../basis.ts';
import type { MacroView } from '../macro-view.ts';
import type { SessionView } from '../view.ts';
import { type Indicator, indicator, newestOf } from './indicators.ts';

/** The values known of a daily series on ascending dates: that day's, or the last before it. */
function standingOn(dates: readonly string[], { known }: MacroView): Float64Array {
  let row = lastOnOrBefore(known.dates, dates[0] ?? '');
  const values = new Float64Array(dates.length).fill(Number.NaN);
  for (const [i, date] of dates.entries()) {
    while (row + 1 < known.length && known.dates[row + 1]! <= date) row++;
    if (row >= 0 && row < known.length) values[i] = known.values[row]!;
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
    basis: (view) => joint(...series.map((name) => view.macro(name).basis)),
    newest: (view) => newestOf(view, series[0]),
    read: (view, from) => {
      const { periods } = readings(view.macro(series[0]).known, level, 0, from);
      const columns = series.map((name) => standingOn(periods, view.macro(name)));
      const values = new Float64Array(periods.length);
      for (let row = 0; row < values.length; row++) values[row] = combine(columns, row);
      return { periods, values };
    },
  };
}

const published = indicator('curve.2s10s', 'T10Y2Y', 'fraction', level, {
  step: 0,
  daily: true,
  scale: 0.01,
  method: 'curve slope',
});
const computed = combined(
  'curve.2s10s',
  'curve slope',
  ['DGS10', 'DGS2'],
  ([ten, two], row) => ten![row]! - two![row]!,
);
const curveOf = (view: SessionView): Indicator =>
  view.macro('T10Y2Y').latest === null ? computed : published;

/** The published slope where there is one, else ten years less two. */
const curve: Indicator = {
  ...published,
  basis: (view) => curveOf(view).basis(view),
  newest: (view) => curveOf(view).newest(view),
  read: (view, from) => curveOf(view).read(view, from),
};

/** A volatility index: the close of the session, or what was known of the series that carries it. */
function volatilityIndex(id: string, symbol: string, series: string): Indicator {
  const fallback = indicator(id, series, 'index points', level, { step: 0, daily: true });
  const quoted = (view: SessionView) => view.symbol(symbol).index >= 0;
  return {
    ...fallback,
    method: 'volatility index',
    basis: (view) =>
      quoted(view) || !view.panel.macro.has(series) ? view.symbol(symbol).adjusted : fallback.basis(view),
    newest: (view) => (quoted(view) ? { period: view.session, since: view.session } : fallback.newest(view)),
    read: (view, from) => (quoted(view) ? closes(view, symbol, from) : fallback.read(view, from)),
  };
}

function closes(view: SessionView, symbol: string, from: string): Readings {
  const { track, index } = view.symbol(symbol);
  if (!track?.adjusted) return { periods: [], values: new Float64Array() };
  const { sessions } = track.bars;
  const before = lastOnOrBefore(sessions, from);
  const start = sessions[before] === from ? before : before + 1;
  return { periods: sessions.slice(start, index + 1), values: track.adjusted.subarray(start, index + 1) };
}

const surveys = ['GACDISA066MSFRBNY', 'GACDFSA066MSFRBPHI', 'BACTSAMFRBDAL'] as const;
/** Surveys that a month needs; the others join where they are. */
const neededSurveys = 2;
const monthsOfZ = 120;

/** Mean z of the regional manufacturing surveys by month: of the first two and, where it is there, of the third. */
const regional: Indicator = {
  ...indicator('regional.z', surveys[0], 'z', level, {
    method: 'regional composite',
    resolution: 0.01,
  }),
  basis: (view) => joint(...surveys.slice(0, neededSurveys).map((name) => view.macro(name).basis)),
  newest: (view) => {
    const newest = surveys.slice(0, neededSurveys).map((name) => newestOf(view, name));
    return newest.reduce((older, each) => (older && each && each.period < older.period ? each : older));
  },
  read: (view, from) => {
    const scores = surveys.map((name) => zByMonth(view.macro(name)));
    const periods = [...scores[0]!.keys()].filter((month) => month >= from && scores[1]!.has(month));
    const values = Float64Array.from(periods, (month) =>
      mean(Float64Array.from(scores.flatMap((score) => score.get(month) ?? []))),
    );
    return { periods, values };
  },
};

function zByMonth({ known }: MacroView): ReadonlyMap<string, number> {
  const scores = rollingZ(known.values.subarray(0, known.length), monthsOfZ, monthsOfZ);
  const months = new Map<string, number>();
  for (const [row, score] of scores.entries()) if (!Number.isNaN(score)) months.set(known.dates[row]!, score);
  return months;
}

/** Indicators made of several series, or of the market's own indices. */
export const composites: readonly Indicator[] = [
  combined(
    'policygap',
    'policy gap',
    ['DGS2', 'DFEDTARU', 'DFEDTARL'],
    ([two, upper, lower], row) => two![row]! - (upper![row]! + lower![row]!) / 2,
  ),
  curve,
  regional,
  volatilityIndex('vix', '^VIX', 'VIXCLS'),
  volatilityIndex('rvx', '^RVX', 'RVXCLS'),
];
