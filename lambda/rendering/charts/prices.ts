import type { Amount } from './amount.ts';
import { declutter } from './declutter.ts';
import { type Caption, fontSize, line, rect, svg, svgText } from './svg.ts';
import { px, textWidth } from './text.ts';
import { dateTicks, type TickFormat, valueAxis } from './ticks.ts';

type Values = readonly (number | null)[];

export interface PricesData extends Caption {
  readonly dates: readonly string[];
  readonly high: Values;
  readonly low: Values;
  readonly close: Values;
  /** Null where the source has none. */
  readonly volume: Values | null;
  readonly rules: readonly (Amount & { readonly label: string })[];
  readonly tick: TickFormat;
}

/** Share of the height that the volume takes, and the room between it and the bars. */
const volumeShare = 0.2;
const gap = 6;

/**
 * Daily bars from low to high with the close as a tick to the right, the volume under them, and prices of note named at
 * the right edge. A session without a bar is a gap.
 */
export function pricesChart(data: PricesData, width: number, height: number): string {
  const rules = data.rules.filter(({ value }) => value !== null);
  const names = rules.map(({ label, text: price }) => `${label} ${price}`);
  const nameWidth = Math.max(0, ...names.map((name) => textWidth(name, fontSize.axis)));
  const axis = valueAxis([data.high, data.low, rules.map(({ value }) => value)], 4, 0.03);
  const tickLabels = axis.ticks.map((value) => data.tick(value, axis.step));
  const left = Math.max(0, ...tickLabels.map((label) => textWidth(label, fontSize.axis))) + 8;
  const right = width - nameWidth - 14;
  const floor = height - 24;
  const bottom = data.volume === null ? floor : floor - height * volumeShare;
  const top = 6;
  const step = (right - left) / Math.max(1, data.dates.length);
  const x = (at: number) => left + (at + 0.5) * step;
  const y = (value: number) => bottom - ((value - axis.low) / (axis.high - axis.low)) * (bottom - top);

  const marks: string[] = [];
  axis.ticks.forEach((value, at) => {
    marks.push(line(left, y(value), right, y(value), 'grid'));
    marks.push(svgText(left - 8, y(value) + 4, tickLabels[at] ?? '', 'tick', 'end'));
  });
  for (const tick of dateTicks(data.dates, Math.max(2, Math.floor((right - left) / 58)))) {
    marks.push(line(x(tick.at), floor, x(tick.at), floor + 4, 'axis'));
    marks.push(svgText(x(tick.at), floor + 17, tick.label, 'tick', 'middle'));
  }
  marks.push(...volumeMarks(data.volume, x, step, bottom + gap, floor));
  marks.push(line(left, floor, right, floor, 'axis'));
  marks.push(`<path class="line strong" d="${barsPath(data, x, y, Math.min(3, step / 2.2))}"/>`);
  const places = declutter(
    rules.map(({ value }) => ({ y: y(value ?? 0), size: 13 })),
    0,
    floor,
  );
  rules.forEach(({ value }, at) => {
    const from = y(value ?? 0);
    const place = places[at] ?? from;
    marks.push(
      `<path class="rule" d="M${px(left)},${px(from)}H${px(right)}L${px(right + 8)},${px(place)}"/>`,
    );
    marks.push(svgText(right + 11, place + 4, names[at] ?? '', 'tick'));
  });
  return svg(data, width, height, marks);
}

function barsPath(
  { high, low, close }: PricesData,
  x: (at: number) => number,
  y: (value: number) => number,
  tick: number,
): string {
  let path = '';
  close.forEach((value, at) => {
    const [most, least] = [high[at] ?? null, low[at] ?? null];
    if (value === null || most === null || least === null) return;
    path += `M${px(x(at))},${px(y(most))}V${px(y(least))}M${px(x(at))},${px(y(value))}h${px(tick)}`;
  });
  return path;
}

function volumeMarks(
  volume: Values | null,
  x: (at: number) => number,
  step: number,
  top: number,
  floor: number,
): string[] {
  const most = Math.max(0, ...(volume ?? []).map((value) => value ?? 0));
  if (volume === null || most === 0) return [];
  const wide = Math.max(1, step - 1.5);
  return volume.flatMap((value, at) => {
    if (value === null || value <= 0) return [];
    const high = ((floor - top) * value) / most;
    return [rect(x(at) - wide / 2, floor - high, wide, high, 'bar faint')];
  });
}
