import { scaleLinear } from 'd3-scale';
import type { Box, Segment } from './boxes.ts';
import { placeLabels } from './place.ts';
import { type Caption, dot, fontSize, line, type Role, svg, svgText } from './svg.ts';
import { px, textWidth } from './text.ts';
import { valueAxis } from './ticks.ts';

export interface RotationMapData extends Caption {
  /** Paths of (ratio, momentum), oldest first; a point that lacks either is left out. */
  readonly tails: readonly {
    readonly label: string;
    readonly role: Role;
    readonly points: readonly (readonly [ratio: number | null, momentum: number | null])[];
  }[];
}

type Point = readonly [number, number];

/**
 * Relative rotation map around (100, 100): named quadrants, fading tails, the weeks of the accent dotted, labels that
 * keep off every mark but the oldest parts of the other tails.
 */
export function drawRotationMap(data: RotationMapData, width: number, height: number): string {
  const tails = data.tails
    .map((tail) => ({
      ...tail,
      path: tail.points.filter((point): point is Point => point[0] !== null && point[1] !== null),
    }))
    .sort((a, b) => Number(a.role === 'accent') - Number(b.role === 'accent'));
  const [xAxis, yAxis] = [0, 1].map((side) =>
    valueAxis([[99, 101], ...tails.map((tail) => tail.path.map((point) => point[side] ?? 100))], 4, 0.08),
  ) as [ReturnType<typeof valueAxis>, ReturnType<typeof valueAxis>];
  const bounds: Box = { x: 50, y: 20, width: width - 54, height: height - 60 };
  const [right, bottom] = [bounds.x + bounds.width, bounds.y + bounds.height];
  const x = scaleLinear([xAxis.low, xAxis.high], [bounds.x, right]);
  const y = scaleLinear([yAxis.low, yAxis.high], [bottom, bounds.y]);

  const marks: string[] = [
    `<path class="plot" d="M${px(bounds.x)},${px(bounds.y)}H${px(right)}V${px(bottom)}H${px(bounds.x)}Z"/>`,
    line(x(100), bounds.y, x(100), bottom, 'axis'),
    line(bounds.x, y(100), right, y(100), 'axis'),
  ];
  for (const value of xAxis.ticks)
    marks.push(svgText(x(value), bottom + 15, tick(value, xAxis.step), 'tick', 'middle'));
  for (const value of yAxis.ticks)
    marks.push(svgText(bounds.x - 6, y(value) + 4, tick(value, yAxis.step), 'tick', 'end'));
  marks.push(svgText((bounds.x + right) / 2, height - 8, 'relative strength ratio', 'tick', 'middle'));
  marks.push(
    `<text class="tick" transform="translate(9,${px((bounds.y + bottom) / 2)}) rotate(-90)" text-anchor="middle">momentum</text>`,
  );

  for (const [name, left, up] of [
    ['Improving', true, true],
    ['Leading', false, true],
    ['Lagging', true, false],
    ['Weakening', false, false],
  ] as const) {
    marks.push(
      svgText(left ? bounds.x : right, up ? 12 : height - 8, name, 'quadrant', left ? 'start' : 'end'),
    );
  }
  const taken: Box[] = [];
  const segments: Segment[] = [];
  for (const tail of tails) {
    const screen = tail.path.map(([ratio, momentum]): Point => [x(ratio), y(momentum)]);
    const ages = ['', '', ''];
    for (const [index, [fromX, fromY]] of screen.slice(0, -1).entries()) {
      const [toX, toY] = screen[index + 1] ?? [fromX, fromY];
      const age = Math.floor((3 * index) / (screen.length - 1));
      // Old ways of the others are too faint to disturb a name.
      if (tail.role === 'accent' || age === 2) segments.push({ x1: fromX, y1: fromY, x2: toX, y2: toY });
      ages[age] +=
        ages[age] === '' ? `M${px(fromX)},${px(fromY)}L${px(toX)},${px(toY)}` : `L${px(toX)},${px(toY)}`;
    }
    ages.forEach((path, age) => {
      if (path !== '') marks.push(`<path class="tail ${tail.role} age${age + 1}" d="${path}"/>`);
    });
    if (tail.role === 'accent')
      for (const [weekX, weekY] of screen.slice(0, -1)) marks.push(dot(weekX, weekY, 2, 'dot accent'));
    const head = screen.at(-1);
    if (head === undefined) continue;
    taken.push({ x: head[0] - 5, y: head[1] - 5, width: 10, height: 10 });
    marks.push(dot(head[0], head[1], tail.role === 'accent' ? 5 : 3.8, `dot ${tail.role} ringed`));
  }
  const heads = tails.filter((tail) => tail.path.length > 0).reverse();
  const anchors = heads.map((tail) => {
    const [ratio, momentum] = tail.path.at(-1) ?? [100, 100];
    return { x: x(ratio), y: y(momentum), width: textWidth(tail.label, fontSize.label) + 2, height: 14 };
  });
  const homeless: string[] = [];
  placeLabels(anchors, { boxes: taken, segments }, bounds).forEach((placed, index) => {
    const tail = heads[index];
    if (tail === undefined) return;
    if (placed === null) {
      homeless.push(tail.label);
      return;
    }
    const { box, leader } = placed;
    if (leader !== null) marks.push(line(leader.x1, leader.y1, leader.x2, leader.y2, 'leader'));
    marks.push(svgText(box.x + 1, box.y + 11, tail.label, `name halo ${tail.role}`));
  });
  if (homeless.length > 0) {
    marks.push(svgText(bounds.x, height - 8, `unlabelled: ${homeless.join(', ')}`, 'tick'));
  }
  return svg(data, width, height, marks);
}

/** `100`, or `100.5` where the ticks are closer than one. */
function tick(value: number, step: number): string {
  return value.toFixed(step < 1 ? 1 : 0);
}
