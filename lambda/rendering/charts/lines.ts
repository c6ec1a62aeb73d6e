import { scaleLinear } from 'd3-scale';
import { lastIndex, linePath } from './path.ts';
import { spread } from './spread.ts';
import { type Caption, dot, fontSize, line, type Role, svg, text } from './svg.ts';
import { textWidth } from './text.ts';
import { dateTicks, type TickFormat, valueAxis } from './ticks.ts';

export interface LinesData extends Caption {
  /** Sessions, ascending; value i of every line belongs to date i. Drawn evenly spaced. */
  readonly dates: readonly string[];
  readonly lines: readonly {
    readonly label: string;
    /** The last value in words, behind the label. */
    readonly end: string;
    readonly values: readonly (number | null)[];
    readonly role: Role;
    readonly dashed: boolean;
  }[];
  readonly rules: readonly { readonly value: number; readonly label: string }[];
  readonly tick: TickFormat;
}

const rowHeight = 15;

/** Lines over time. Each is named at its right end; the names never overlap, and point to their line when moved. */
export function linesChart(data: LinesData, width: number, height: number): string {
  const axis = valueAxis([
    ...data.lines.flatMap((one) => one.values),
    ...data.rules.map((rule) => rule.value),
  ]);
  const labels = data.lines.map((one) => ({ name: one.label, end: one.role === 'faint' ? '' : one.end }));
  const widest = Math.max(
    0,
    ...labels.map(({ name, end }) =>
      Math.max(textWidth(name, fontSize.label), textWidth(end, fontSize.label)),
    ),
  );
  const stacked = labels.some(
    ({ name, end }) => textWidth(`${name}  ${end}`, fontSize.label) > Math.max(widest, width * 0.2),
  );
  const joined = Math.max(0, ...labels.map(({ name, end }) => textWidth(`${name} ${end}`, fontSize.label)));
  const oneLine = !stacked || joined <= width * 0.24;
  const labelWidth = Math.min(oneLine ? joined : widest, width * 0.36);
  const tickLabels = axis.ticks.map((value) => data.tick(value, axis.step));
  const left = Math.max(0, ...tickLabels.map((label) => textWidth(label, fontSize.axis))) + 8;
  const right = width - labelWidth - 14;
  const [top, bottom] = [10, height - 24];
  const last = data.dates.length - 1;
  const x = (index: number) => left + ((right - left) * index) / Math.max(1, last);
  const scale = scaleLinear([axis.low, axis.high], [bottom, top]);
  const y = (value: number) => scale(value);

  const marks: string[] = [];
  axis.ticks.forEach((value, index) => {
    marks.push(line(left, y(value), right, y(value), 'grid'));
    marks.push(text(left - 8, y(value) + 4, tickLabels[index] ?? '', 'tick', 'end'));
  });
  for (const tick of dateTicks(data.dates, Math.floor((right - left) / 58))) {
    marks.push(line(x(tick.at), bottom, x(tick.at), bottom + 4, 'axis'));
    marks.push(text(x(tick.at), bottom + 17, tick.label, 'tick', 'middle'));
  }
  marks.push(line(left, bottom, right, bottom, 'axis'));
  for (const rule of data.rules) {
    marks.push(line(left, y(rule.value), right, y(rule.value), 'rule'));
    if (rule.label === '') continue;
    const atEnd = room(data, rule.value, 'end') > room(data, rule.value, 'start');
    marks.push(
      text(atEnd ? right - 4 : left + 4, y(rule.value) - 4, rule.label, 'tick halo', atEnd ? 'end' : 'start'),
    );
  }

  const ends = data.lines.map((one) => lastIndex(one.values));
  const size = oneLine ? rowHeight : rowHeight * 2 - 2;
  const wishes = data.lines.map((one, index) => ({ y: y(one.values[ends[index] ?? -1] ?? axis.low), size }));
  const places = spread(wishes, top - 4, height);
  const byWeight = data.lines
    .map((_, index) => index)
    .sort((a, b) => rank(data.lines[a]) - rank(data.lines[b]));
  for (const index of byWeight) {
    const one = data.lines[index];
    const end = ends[index] ?? -1;
    const wish = wishes[index]?.y ?? 0;
    const place = places[index] ?? wish;
    const label = labels[index];
    if (one === undefined || label === undefined || end < 0) continue;
    marks.push(
      `<path class="line ${one.role}${one.dashed ? ' dashed' : ''}" d="${linePath(one.values, x, y)}"/>`,
      dot(x(end), wish, 2.5, `dot ${one.role}`),
    );
    if (Math.abs(place - wish) > 4 || end < last)
      marks.push(line(x(end) + 4, wish, right + 9, place, 'leader'));
    if (oneLine) {
      marks.push(text(right + 12, place + 4, `${label.name} ${label.end}`.trim(), `name ${one.role}`));
    } else {
      marks.push(text(right + 12, place - 2, label.name, `name ${one.role}`));
      marks.push(text(right + 12, place + 12, label.end, `value ${one.role}`));
    }
  }
  return svg(data, width, height, marks);
}

/** How far the lines keep from a value in the first or the last fifth of the chart: where a label has room. */
function room(data: LinesData, value: number, side: 'start' | 'end'): number {
  const share = Math.ceil(data.dates.length / 5);
  const near = data.lines.flatMap((one) =>
    side === 'start' ? one.values.slice(0, share) : one.values.slice(-share),
  );
  return near.reduce<number>(
    (least, one) => (one === null ? least : Math.min(least, Math.abs(one - value))),
    Infinity,
  );
}

/** Heavier lines are drawn later, over the lighter. */
function rank(one: LinesData['lines'][number] | undefined): number {
  return ['faint', 'plain', 'strong', 'accent'].indexOf(one?.role ?? 'faint');
}
