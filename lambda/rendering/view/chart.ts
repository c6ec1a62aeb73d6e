import { formatMonth, formatShortDate } from '../../briefing/words/format.ts';
import type { Chart, Report } from '../../report/schema.ts';
import { barsChart } from '../charts/bars.ts';
import { levelsChart } from '../charts/levels.ts';
import { linesChart } from '../charts/lines.ts';
import { pricesChart } from '../charts/prices.ts';
import { rangesChart } from '../charts/ranges.ts';
import { drawRotationMap } from '../charts/rotation-map.ts';
import { Shapes } from '../charts/shapes.ts';
import { stackedChart } from '../charts/stacked.ts';
import type { Caption } from '../charts/svg.ts';
import {
  barsData,
  levelsData,
  linesData,
  mapData,
  pricesData,
  type Resolver,
  rangesData,
  stackedData,
} from './chart-data.ts';
import type { FigureView, Medium } from './figures.ts';
import type { Span } from './layout.ts';
import { isLow } from './paper-room.ts';

export interface ChartView {
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  readonly asOf: string;
  /** The text alternative. */
  readonly alt: string;
  /** What the drawings share. */
  readonly shapes: string;
  /** The same chart drawn for the widths it is shown at: on a screen several, of which the style sheet shows one. */
  readonly variants: readonly { readonly size: string; readonly svg: string }[];
  /** Figures that the chart draws, for who wants their records. */
  readonly figures: readonly { readonly label: string; readonly figure: FigureView }[];
}

/** Widths in pixels at which text is set 1:1: a phone or a printed column, half a desktop page, a sheet, a page. */
const widths = { narrow: 350, regular: 520, wide: 720, page: 1080 } as const;

/** Sizes by the place of a chart on the page, and the one among them that a sheet of paper has room for. */
const sizes = {
  half: { all: ['narrow', 'regular'], paper: 'narrow' },
  full: { all: ['narrow', 'regular', 'wide', 'page'], paper: 'wide' },
} as const;

/** Draws a chart of the report at each width that its place on the page can have. */
export function chartView(chart: Chart, span: Span, resolver: Resolver): ChartView {
  const { medium } = resolver.figures;
  const draw = drawing(chart, resolver, medium, isLow(chart.id, resolver.report, resolver.figures.paper));
  const { all, paper } = sizes[span];
  const shown = medium === 'paper' ? [paper] : all;
  const shapes = medium === 'paper' ? undefined : new Shapes(chart.id);
  const caption = { title: chart.title, alt: chart.alt, ...(shapes && { shapes }) };
  const variants = shown.map((size) => ({
    size,
    svg: draw({ id: shapes === undefined ? `${chart.id}-${size}` : chart.id, ...caption }, widths[size]),
  }));
  return {
    id: chart.id,
    title: chart.title,
    subtitle: chart.subtitle,
    asOf: isMonthly(chart, resolver.report) ? formatMonth(chart.asOf) : formatShortDate(chart.asOf),
    alt: chart.alt,
    shapes: shapes?.defs ?? '',
    variants,
    figures: drawnFigures(chart).map(({ label, id }) => ({ label, figure: resolver.figures.view(id) })),
  };
}

/** Whether a chart's points are months: its newest one is then a month and not a day. */
function isMonthly(chart: Chart, { series, axes }: Report): boolean {
  if (chart.type !== 'lines') return false;
  const dates = chart.lines.flatMap((line) => axes[series[line.series]?.axis ?? ''] ?? []);
  return dates.length > 0 && dates.every((date) => date.endsWith('-01'));
}

/** A chart of lines alone, at one width, for where no page is: its SVG, and its height in the same pixels. */
export function chartAlone(chart: Chart, width: number, resolver: Resolver): { svg: string; height: number } {
  const svg = drawing(chart, resolver, 'screen')({ id: chart.id, title: chart.title, alt: chart.alt }, width);
  return { svg, height: Number(/ height="(\d+(?:\.\d+)?)"/.exec(svg)?.[1] ?? 0) };
}

/** Follows the chart's references once, and returns what draws it at a width. */
function drawing(
  chart: Chart,
  resolver: Resolver,
  medium: Medium,
  low = false,
): (caption: Caption, width: number) => string {
  // A sheet has less room to the bottom than a screen.
  const height = (width: number) =>
    medium === 'paper'
      ? Math.round(width < 400 ? width * (low ? 0.33 : 0.45) : 100 + (resolver.spare ?? 0))
      : Math.round(width < 400 ? width * 0.6 : width < 600 ? width * 0.52 : width < 900 ? 212 : 270);
  switch (chart.type) {
    case 'lines': {
      const data = linesData(chart, resolver);
      return (caption, width) => linesChart({ ...caption, ...data }, width, height(width));
    }
    case 'rotation-map': {
      const data = mapData(chart, resolver);
      return (caption, width) => drawRotationMap({ ...caption, ...data }, width);
    }
    case 'bars': {
      const data = barsData(chart, resolver);
      return (caption, width) => barsChart({ ...caption, ...data }, width);
    }
    case 'stacked': {
      const data = stackedData(chart, resolver);
      return (caption, width) => stackedChart({ ...caption, ...data }, width);
    }
    case 'ranges': {
      const data = rangesData(chart, resolver);
      return (caption, width) => rangesChart({ ...caption, ...data }, width);
    }
    case 'levels': {
      const data = levelsData(chart, resolver);
      return (caption, width) => levelsChart({ ...caption, ...data }, width, height(width));
    }
    case 'prices': {
      const data = pricesData(chart, resolver);
      return (caption, width) => pricesChart({ ...caption, ...data }, width, height(width));
    }
  }
}

function drawnFigures(chart: Chart): { label: string; id: string }[] {
  switch (chart.type) {
    case 'bars':
      return chart.bars.map((bar) => ({ label: bar.label, id: bar.figure }));
    case 'stacked':
      return chart.groups.flatMap((group) => [
        ...group.figures.map((id, index) => ({
          label: `${group.label} ${chart.parts[index]?.label ?? ''}`,
          id,
        })),
        { label: `${group.label} total`, id: group.total },
      ]);
    case 'ranges':
      return chart.rows.flatMap((row) => [
        { label: `${row.label} low`, id: row.low },
        { label: `${row.label} median`, id: row.middle },
        { label: `${row.label} high`, id: row.high },
        ...(row.now === undefined ? [] : [{ label: `${row.label} now`, id: row.now }]),
      ]);
    case 'levels':
      return [
        ...chart.levels.flatMap((one) => [
          { label: one.label, id: one.figure },
          ...(one.implies === undefined ? [] : [{ label: `${one.label}, implied`, id: one.implies }]),
        ]),
        ...(chart.bands ?? []).flatMap((band) => [
          { label: `${band.label}, low`, id: band.low },
          { label: `${band.label}, high`, id: band.high },
        ]),
      ];
    case 'prices':
      return chart.rules.map(({ label, figure }) => ({ label, id: figure }));
    case 'lines':
    case 'rotation-map':
      return [];
  }
}
