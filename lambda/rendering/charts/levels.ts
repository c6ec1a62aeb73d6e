import { scaleLinear } from 'd3-scale';
import type { Amount } from './amount.ts';
import { lastIndex, linePath } from './path.ts';
import { spread } from './spread.ts';
import { type Caption, dot, fontSize, line, svg, text } from './svg.ts';
import { textWidth } from './text.ts';
import { dateTicks, type TickFormat, valueAxis } from './ticks.ts';

export interface LevelsData extends Caption {
  readonly dates: readonly string[];
  readonly values: readonly (number | null)[];
  /** Names of the line and of the fund, heads of the two columns of prices. */
  readonly name: string;
  readonly fund: string;
  readonly levels: readonly {
    readonly label: string;
    readonly level: Amount;
    readonly implied: Amount | null;
  }[];
  readonly tick: TickFormat;
}

const rowHeight = 16;

/**
 * A price with its levels: each is a thin line across the plot, named at the right with its price and the price it
 * implies for the fund. Names keep the order of their levels and never overlap.
 */
export function levelsChart(data: LevelsData, width: number, height: number): string {
  const shown = data.levels.filter((one) => one.level.value !== null);
  const cell = (pick: (one: (typeof shown)[number]) => string, head: string) =>
    Math.max(textWidth(head, fontSize.axis), ...shown.map((one) => textWidth(pick(one), fontSize.label)));
  const impliedWidth = cell((one) => one.implied?.text ?? '', data.fund);
  const levelWidth = cell((one) => one.level.text, data.name);
  const nameWidth = cell((one) => one.label, '');
  const fund = width;
  const own = fund - impliedWidth - 10;
  const names = own - levelWidth - 10 - nameWidth;
  const right = names - 22;
  const axis = valueAxis([data.values, shown.map((one) => one.level.value)], 5, 0.04);
  const tickLabels = axis.ticks.map((value) => data.tick(value, axis.step));
  const left = Math.max(0, ...tickLabels.map((label) => textWidth(label, fontSize.axis))) + 8;
  const full = Math.max(height, shown.length * rowHeight + 44);
  const [top, bottom] = [18, full - 24];
  const scale = scaleLinear([axis.low, axis.high], [bottom, top]);
  const x = (index: number) => left + ((right - left) * index) / Math.max(1, data.dates.length - 1);

  const marks = [text(own, 10, data.name, 'tick', 'end'), text(fund, 10, data.fund, 'tick', 'end')];
  axis.ticks.forEach((value, index) => {
    marks.push(line(left, scale(value), right, scale(value), 'grid'));
    marks.push(text(left - 8, scale(value) + 4, tickLabels[index] ?? '', 'tick', 'end'));
  });
  for (const tick of dateTicks(data.dates, Math.max(2, Math.floor((right - left) / 58)))) {
    marks.push(line(x(tick.at), bottom, x(tick.at), bottom + 4, 'axis'));
    marks.push(text(x(tick.at), bottom + 17, tick.label, 'tick', 'middle'));
  }
  marks.push(line(left, bottom, right, bottom, 'axis'));
  const wishes = shown.map((one) => ({ y: scale(one.level.value ?? 0), size: rowHeight }));
  const places = spread(wishes, top, full - 4);
  shown.forEach((one, index) => {
    const y = wishes[index]?.y ?? 0;
    const place = places[index] ?? y;
    marks.push(
      `<path class="level" d="M${left},${y.toFixed(1)}H${right.toFixed(1)}L${(names - 6).toFixed(1)},${place.toFixed(1)}"/>`,
    );
    marks.push(text(names, place + 4, one.label, 'label'));
    marks.push(text(own, place + 4, one.level.text, 'value strong', 'end'));
    if (one.implied !== null) marks.push(text(fund, place + 4, one.implied.text, 'value', 'end'));
  });
  marks.push(`<path class="line accent" d="${linePath(data.values, x, (value) => scale(value))}"/>`);
  const end = lastIndex(data.values);
  if (end >= 0) marks.push(dot(x(end), scale(data.values[end] ?? 0), 3, 'dot accent'));
  return svg(data, width, full, marks);
}
