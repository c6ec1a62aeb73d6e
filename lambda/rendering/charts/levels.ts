import type { Amount } from './amount.ts';
import { across, curve, upright } from './curve.ts';
import { declutter } from './declutter.ts';
import { lastIndex } from './path.ts';
import { type Caption, dot, fontSize, line, type Mark, path, rect, svg, svgText } from './svg.ts';
import { px, textWidth } from './text.ts';
import { dateTicks, type TickFormat, valueAxis } from './ticks.ts';

export interface LevelsData extends Caption {
  readonly dates: readonly string[];
  readonly values: readonly (number | null)[];
  /** Name of the fund, before the price that a level implies for it. */
  readonly fund: string;
  readonly levels: readonly {
    readonly label: string;
    readonly level: Amount;
    readonly implied: Amount | null;
  }[];
  /** Where the line may be one step on, narrowest first. */
  readonly bands: readonly { readonly label: string; readonly low: Amount; readonly high: Amount }[];
  readonly tick: TickFormat;
}

/** A level's name is above its prices. */
const rowHeight = 30;
const lineHeight = 14;
const bandWidth = 12;

/**
 * A price with its levels: each is a thin line across the plot, named at the right over its price and the price it
 * implies for the fund. Names keep the order of their levels and never overlap. Behind the price is the range of
 * the next step.
 */
export function levelsChart(data: LevelsData, width: number, height: number): string {
  const shown = data.levels.filter((one) => one.level.value !== null);
  const bands = data.bands.filter((band) => band.low.value !== null && band.high.value !== null);
  const implied = shown.map((one) => (one.implied === null ? '' : `${data.fund} ${one.implied.text}`));
  const levelWidth = Math.max(0, ...shown.map((one) => textWidth(one.level.text, fontSize.label)));
  const nameWidth = Math.max(
    ...shown.map((one) => textWidth(one.label, fontSize.label)),
    ...implied.map((one) => levelWidth + 8 + textWidth(one, fontSize.axis)),
    0,
  );
  const names = width - nameWidth;
  const right = names - 22;
  const axis = valueAxis(
    [
      data.values,
      shown.map((one) => one.level.value),
      bands.flatMap((band) => [band.low.value, band.high.value]),
    ],
    5,
    0.04,
  );
  const tickLabels = axis.ticks.map((value) => data.tick(value, axis.step));
  const left = Math.max(0, ...tickLabels.map((label) => textWidth(label, fontSize.axis))) + 8;
  const full = Math.max(height, shown.length * rowHeight + 30);
  const [top, bottom] = [6, full - 24];
  const newest = bands.length === 0 ? right : right - bandWidth - 10;
  const dates = data.dates.length;
  const plot = { left, right: newest, top, bottom, low: axis.low, high: axis.high, dates };
  const [x, scale] = [across(plot), upright(plot)];

  const marks: Mark[] = [];
  axis.ticks.forEach((value, index) => {
    marks.push(line(left, scale(value), right, scale(value), 'grid'));
    marks.push(svgText(left - 8, scale(value) + 4, tickLabels[index] ?? '', 'tick', 'end'));
  });
  for (const tick of dateTicks(data.dates, Math.max(2, Math.floor((newest - left) / 58)))) {
    marks.push(line(x(tick.at), bottom, x(tick.at), bottom + 4, 'axis'));
    marks.push(svgText(x(tick.at), bottom + 17, tick.label, 'tick', 'middle'));
  }
  marks.push(line(left, bottom, right, bottom, 'axis'));
  bands.toReversed().forEach(({ low, high }, index) => {
    const [from, to] = [scale(high.value ?? 0), scale(low.value ?? 0)];
    const role = index === bands.length - 1 ? 'near' : 'far';
    marks.push(rect(right - bandWidth - 2, from, bandWidth, to - from, `band ${role}`));
  });
  const wanted = shown.map((one) => ({ y: scale(one.level.value ?? 0), size: rowHeight }));
  const places = declutter(wanted, 0, full);
  shown.forEach((one, index) => {
    const y = wanted[index]?.y ?? 0;
    const place = places[index] ?? y;
    marks.push(path(`M${px(left)},${px(y)}H${px(right)}L${px(names - 6)},${px(place)}`, 'level'));
    marks.push(svgText(names, place - 2, one.label, 'label'));
    marks.push(svgText(names, place - 2 + lineHeight, one.level.text, 'value strong'));
    if (one.implied !== null)
      marks.push(svgText(names + levelWidth + 8, place - 2 + lineHeight, implied[index] ?? '', 'tick'));
  });
  marks.push(curve(data, 'l', data.values, plot, 'line accent'));
  const end = lastIndex(data.values);
  if (end >= 0) marks.push(dot(x(end), scale(data.values[end] ?? 0), 3, 'dot accent'));
  return svg(data, width, full, marks);
}
