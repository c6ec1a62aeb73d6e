import type { Amount } from './amount.ts';
import { depth } from './curve.ts';
import { declutter } from './declutter.ts';
import { type Caption, fontSize, line, type Mark, path, svg, svgText } from './svg.ts';
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

/** Units that a session takes across in a shared shape. */
const eighths = 8;

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
  const share = (value: number) => (axis.high - value) / (axis.high - axis.low);
  const y = (value: number) => top + share(value) * (bottom - top);

  const marks: Mark[] = [];
  axis.ticks.forEach((value, at) => {
    marks.push(line(left, y(value), right, y(value), 'grid'));
    marks.push(svgText(left - 8, y(value) + 4, tickLabels[at] ?? '', 'tick', 'end'));
  });
  for (const tick of dateTicks(data.dates, Math.max(2, Math.floor((right - left) / 58)))) {
    marks.push(line(x(tick.at), floor, x(tick.at), floor + 4, 'axis'));
    marks.push(svgText(x(tick.at), floor + 17, tick.label, 'tick', 'middle'));
  }
  const { shapes } = data;
  const ceiling = bottom + gap;
  if (shapes === undefined) {
    const wide = Math.max(1, step - 1.5);
    const volume = volumePath(
      data,
      (at) => x(at) - wide / 2,
      wide,
      (part) => floor - part * (floor - ceiling),
      px,
    );
    marks.push(path(volume, 'bar faint'));
  } else {
    const at = { x: left, y: ceiling, across: step / eighths, down: (floor - ceiling) / depth };
    const make = () =>
      volumePath(
        data,
        (one) => one * eighths + 1,
        eighths - 2,
        (part) => (1 - part) * depth,
        whole,
      );
    marks.push({ kind: 'markup', markup: shapes.use('volume', make, 'bar faint', at) });
  }
  marks.push(line(left, floor, right, floor, 'axis'));
  if (shapes === undefined)
    marks.push(path(barsPath(data, x, y, Math.min(3, step / 2.2), px), 'line strong'));
  else {
    const at = { x: left, y: top, across: step / eighths, down: (bottom - top) / depth };
    const make = () =>
      barsPath(
        data,
        (one) => (one + 0.5) * eighths,
        (value) => share(value) * depth,
        eighths / 2,
        whole,
      );
    marks.push({ kind: 'markup', markup: shapes.use('bars', make, 'line strong', at) });
  }
  const places = declutter(
    rules.map(({ value }) => ({ y: y(value ?? 0), size: 13 })),
    0,
    floor,
  );
  rules.forEach(({ value }, at) => {
    const from = y(value ?? 0);
    const place = places[at] ?? from;
    marks.push(path(`M${px(left)},${px(from)}H${px(right)}L${px(right + 8)},${px(place)}`, 'rule'));
    marks.push(svgText(right + 11, place + 4, names[at] ?? '', 'tick'));
  });
  return svg(data, width, height, marks);
}

/** How a coordinate is written: `px`, or whole for a shape that is scaled. */
type Write = (value: number) => string;
const whole: Write = (value) => String(Math.round(value));

function barsPath(
  { high, low, close }: PricesData,
  x: (at: number) => number,
  y: (value: number) => number,
  tick: number,
  write: Write,
): string {
  let path = '';
  close.forEach((value, at) => {
    const [most, least] = [high[at] ?? null, low[at] ?? null];
    if (value === null || most === null || least === null) return;
    const place = write(x(at));
    path += `M${place} ${write(y(most))}V${write(y(least))}M${place} ${write(y(value))}h${write(tick)}`;
  });
  return path;
}

/** Bars of so much width from the floor, of height 1 for the session with the most. */
function volumePath(
  { volume }: PricesData,
  left: (at: number) => number,
  width: number,
  y: (part: number) => number,
  write: Write,
): string {
  const most = Math.max(0, ...(volume ?? []).map((value) => value ?? 0));
  if (volume === null || most === 0) return '';
  let path = '';
  volume.forEach((value, at) => {
    if (value === null || value <= 0) return;
    path += `M${write(left(at))} ${write(y(0))}V${write(y(value / most))}h${write(width)}V${write(y(0))}z`;
  });
  return path;
}
