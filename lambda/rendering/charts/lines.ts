import { across, curve, upright } from './curve.ts';
import { declutter } from './declutter.ts';
import { lastIndex } from './path.ts';
import { type Caption, dot, fontSize, line, type Mark, type Role, rect, svg, svgText } from './svg.ts';
import { textWidth } from './text.ts';
import { dateTicks, type TickFormat, valueAxis } from './ticks.ts';

export interface ChartLine {
  /** Empty for a line that its chart's subtitle explains. */
  readonly label: string;
  /** The last value in words, behind the label. */
  readonly end: string;
  readonly values: readonly (number | null)[];
  readonly role: Role;
  readonly dashed: boolean;
}

export interface LinesData extends Caption {
  /** Sessions, ascending; value i of every line belongs to date i. Drawn evenly spaced. */
  readonly dates: readonly string[];
  readonly lines: readonly ChartLine[];
  readonly rules: readonly { readonly value: number; readonly label: string }[];
  /** Places among the dates between which the ground is shaded, both ends included. */
  readonly shades?: readonly {
    readonly from: number;
    readonly to: number;
    readonly label: string;
    readonly role: Role;
  }[];
  readonly tick: TickFormat;
}

/** A name at the right edge: of a line at its end, or of a rule. */
interface Name {
  readonly label: string;
  readonly end: string;
  readonly classes: string;
  /** Where it points to. */
  readonly x: number;
  readonly y: number;
}

const rowHeight = 15;
const weights: readonly Role[] = ['faint', 'plain', 'strong', 'accent'];

/** Lines over time. Each is named at its right end; the names never overlap, and point to their line when moved. */
export function linesChart(data: LinesData, width: number, height: number): string {
  const axis = valueAxis([...data.lines.map((one) => one.values), data.rules.map((rule) => rule.value)]);
  const { stacked, nameWidth } = nameColumn(data, width);
  const tickLabels = axis.ticks.map((value) => data.tick(value, axis.step));
  const left = Math.max(0, ...tickLabels.map((label) => textWidth(label, fontSize.axis))) + 8;
  const right = width - nameWidth - 14;
  // The meaning of a shade is written above the plot, where no line is.
  const [top, bottom] = [(data.shades ?? []).length === 0 ? 10 : 18, height - 24];
  const plot = { left, right, top, bottom, low: axis.low, high: axis.high, dates: data.dates.length };
  const [x, y] = [across(plot), upright(plot)];

  const marks: Mark[] = [];
  for (const { from, to, label, role } of data.shades ?? []) {
    const [start, end] = [x(from), Math.max(x(to), x(from) + 1)];
    marks.push(rect(start, top, end - start, bottom - top, `shade ${role}`));
    if (textWidth(label, fontSize.axis) < end - start - 4)
      marks.push(svgText((start + end) / 2, top - 6, label, 'tick', 'middle'));
  }
  axis.ticks.forEach((value, index) => {
    marks.push(line(left, y(value), right, y(value), 'grid'));
    marks.push(svgText(left - 8, y(value) + 4, tickLabels[index] ?? '', 'tick', 'end'));
  });
  for (const tick of dateTicks(data.dates, Math.floor((right - left) / 58))) {
    marks.push(line(x(tick.at), bottom, x(tick.at), bottom + 4, 'axis'));
    marks.push(svgText(x(tick.at), bottom + 17, tick.label, 'tick', 'middle'));
  }
  marks.push(line(left, bottom, right, bottom, 'axis'));
  for (const rule of data.rules) marks.push(line(left, y(rule.value), right, y(rule.value), 'rule'));

  const names: Name[] = [];
  for (const role of weights) {
    for (const one of data.lines.filter((candidate) => candidate.role === role)) {
      const end = lastIndex(one.values);
      const value = one.values[end];
      if (value === undefined || value === null) continue;
      const classes = `line ${role}${one.dashed ? ' dashed' : ''}`;
      marks.push(
        curve(data, `l${data.lines.indexOf(one)}`, one.values, plot, classes),
        dot(x(end), y(value), 2.5, `dot ${role}`),
      );
      if (one.label === '') continue;
      names.push({ label: one.label, end: endOf(one), classes: role, x: x(end) + 4, y: y(value) });
    }
  }
  for (const rule of data.rules.filter(({ label }) => label !== '')) {
    names.push({ label: rule.label, end: '', classes: 'faint', x: right, y: y(rule.value) });
  }
  marks.push(...nameMarks(names, right, stacked, top - 6, height));
  return svg(data, width, height, marks);
}

/** Averages and other faint lines are named without their value: the eye wants few numbers. */
function endOf(one: ChartLine): string {
  return one.role === 'faint' ? '' : one.end;
}

/** Width of the names at the right, and whether their values are below them because the chart is narrow. */
function nameColumn(data: LinesData, width: number): { stacked: boolean; nameWidth: number } {
  const widest = (texts: readonly string[]) =>
    Math.max(0, ...texts.map((one) => textWidth(one, fontSize.label)));
  const rules = data.rules.map((rule) => rule.label);
  const joined = widest([...data.lines.map((one) => `${one.label} ${endOf(one)}`.trim()), ...rules]);
  const stacked = joined > width * 0.24;
  const apart = widest([...data.lines.flatMap((one) => [one.label, endOf(one)]), ...rules]);
  return { stacked, nameWidth: Math.min(stacked ? apart : joined, width * 0.36) };
}

function nameMarks(
  names: readonly Name[],
  right: number,
  stacked: boolean,
  top: number,
  bottom: number,
): Mark[] {
  const places = declutter(
    names.map(({ y, end }) => ({ y, size: stacked && end !== '' ? rowHeight * 2 - 2 : rowHeight })),
    top,
    bottom,
  );
  return names.flatMap(({ label, end, classes, x, y }, index) => {
    const place = places[index] ?? y;
    const leader = Math.abs(place - y) > 4 || x < right ? [line(x, y, right + 9, place, 'leader')] : [];
    if (!stacked || end === '') {
      return [...leader, svgText(right + 12, place + 4, `${label} ${end}`.trim(), `name ${classes}`)];
    }
    return [
      ...leader,
      svgText(right + 12, place - 2, label, `name ${classes}`),
      svgText(right + 12, place + 12, end, `value ${classes}`),
    ];
  });
}
