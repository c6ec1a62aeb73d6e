import { formatFigure } from '../../briefing/words/format.ts';
import type {
  BarChart,
  LevelChart,
  LineChart,
  PriceChart,
  RangeChart,
  Report,
  RotationMap,
  Series,
  StackedChart,
} from '../../report/schema.ts';
import type { Amount } from '../charts/amount.ts';
import type { BarsData } from '../charts/bars.ts';
import type { LevelsData } from '../charts/levels.ts';
import type { LinesData } from '../charts/lines.ts';
import { lastIndex } from '../charts/path.ts';
import type { PricesData } from '../charts/prices.ts';
import type { RangesData } from '../charts/ranges.ts';
import type { RotationMapData } from '../charts/rotation-map.ts';
import type { StackedData } from '../charts/stacked.ts';
import type { PageFigures } from './figures.ts';
import { endFormat, figureTicks, tickFormat } from './units.ts';

/** What a chart of the report draws, with every reference to figures and series followed. */
export interface Resolver {
  readonly report: Report;
  readonly figures: PageFigures;
  /** Pixels by which a chart over all of a sheet's width may be higher than it must be. */
  readonly spare?: number;
}

type Data<T> = Omit<T, 'id' | 'title' | 'alt'>;

export function linesData(chart: LineChart, { report }: Resolver): Data<LinesData> {
  const axes = chart.lines.map((one) => reportSeries(report, one.series).axis);
  const dates = sharedDates(report, axes);
  return {
    dates,
    lines: chart.lines.map((one) => {
      const data = reportSeries(report, one.series);
      const last = data.values[lastIndex(data.values)];
      return {
        label: one.label,
        end: last === undefined || last === null ? '' : endFormat(data.unit)(last),
        values: onDates(report, data, dates),
        role: one.role,
        dashed: one.dashed ?? false,
      };
    }),
    rules: chart.rules,
    shades: (chart.shades ?? []).map(({ from, to, label, role }) => ({
      from: dates.findIndex((date) => date >= from),
      to: dates.findLastIndex((date) => date <= to),
      label,
      role,
    })),
    tick: tickFormat(chart.unit),
  };
}

export function mapData(chart: RotationMap, { report }: Resolver): Data<RotationMapData> {
  const [first] = chart.tails;
  return {
    dates: first === undefined ? [] : axis(report, reportSeries(report, first.ratio).axis),
    tails: chart.tails.map((tail) => {
      const momentum = reportSeries(report, tail.momentum).values;
      const ratio = reportSeries(report, tail.ratio).values;
      return {
        label: tail.label,
        role: tail.role,
        points: ratio.map((value, index) => [value, momentum[index] ?? null] as const),
      };
    }),
  };
}

export function barsData(chart: BarChart, { figures }: Resolver): Data<BarsData> {
  return {
    bars: chart.bars.map((bar) => ({
      label: bar.label,
      note: bar.note ?? '',
      ...amount(bar.figure, figures),
      role: bar.role,
    })),
    range: chart.range ?? null,
    tick: figureTicks(chart.bars[0]?.figure, chart.unit),
  };
}

export function stackedData(chart: StackedChart, { figures }: Resolver): Data<StackedData> {
  return {
    parts: chart.parts,
    groups: chart.groups.map((group) => ({
      label: group.label,
      amounts: group.figures.map((id) => amount(id, figures)),
      total: amount(group.total, figures),
    })),
    tick: figureTicks(chart.groups[0]?.total, chart.unit),
  };
}

export function rangesData(chart: RangeChart, { figures }: Resolver): Data<RangesData> {
  return {
    rows: chart.rows.map((row) => ({
      label: row.label,
      low: amount(row.low, figures),
      middle: amount(row.middle, figures),
      high: amount(row.high, figures),
      now: row.now === undefined ? null : amount(row.now, figures),
    })),
    tick: figureTicks(chart.rows[0]?.middle, chart.unit),
  };
}

export function levelsData(chart: LevelChart, { report, figures }: Resolver): Data<LevelsData> {
  const data = reportSeries(report, chart.line.series);
  return {
    dates: axis(report, data.axis),
    values: data.values,
    fund: report.edition.fund,
    levels: chart.levels.map((one) => ({
      label: one.label,
      level: amount(one.figure, figures),
      implied: one.implies === undefined ? null : amount(one.implies, figures),
    })),
    bands: (chart.bands ?? []).map((band) => ({
      label: band.label,
      low: amount(band.low, figures),
      high: amount(band.high, figures),
    })),
    tick: tickFormat(chart.unit),
  };
}

export function pricesData(chart: PriceChart, { report, figures }: Resolver): Data<PricesData> {
  const { high, low, close } = chart.bars;
  const closes = reportSeries(report, close);
  return {
    dates: axis(report, closes.axis),
    high: reportSeries(report, high).values,
    low: reportSeries(report, low).values,
    close: closes.values,
    volume: chart.volume === undefined ? null : reportSeries(report, chart.volume).values,
    rules: chart.rules.map(({ label, figure }) => ({ label, ...amount(figure, figures) })),
    tick: tickFormat(chart.unit),
  };
}

function amount(id: string, figures: PageFigures): Amount {
  const figure = figures.get(id);
  return { value: typeof figure.value === 'number' ? figure.value : null, text: formatFigure(id, figure) };
}

export function reportSeries(report: Report, id: string): Series {
  const found = report.series[id];
  if (found === undefined) throw new Error(`the report has no series ${id}`);
  return found;
}

function axis(report: Report, id: string): readonly string[] {
  const found = report.axes[id];
  if (found === undefined) throw new Error(`the report has no axis ${id}`);
  return found;
}

/** The dates that lines of one chart are drawn on: their common axis, or all dates of theirs together. */
function sharedDates(report: Report, axes: readonly string[]): readonly string[] {
  const first = axes[0];
  if (first === undefined) return [];
  if (axes.every((id) => id === first)) return axis(report, first);
  return [...new Set(axes.flatMap((id) => axis(report, id)))].sort();
}

function onDates(report: Report, data: Series, dates: readonly string[]): readonly (number | null)[] {
  const own = axis(report, data.axis);
  if (own === dates) return data.values;
  const byDate = new Map(own.map((date, index) => [date, data.values[index] ?? null]));
  return dates.map((date) => byDate.get(date) ?? null);
}
