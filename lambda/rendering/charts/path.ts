import { simplify } from './simplify.ts';

type Values = readonly (number | null)[];

/** Half a hair: deviations of a line below it are invisible, in pixels. */
const tolerance = 0.35;

/**
 * A line through the points whose value is there; a gap in the data is a gap in the line, and a point alone between
 * two gaps is a dot of the line's own width. Rounded to a tenth of a pixel.
 */
export function linePath(values: Values, x: (index: number) => number, y: (value: number) => number): string {
  return pathThrough(values, x, y, { tolerance, grain: 10 });
}

/** The same in whole numbers, for a drawing that is scaled afterwards; it may pass points by at most `slack` of them. */
export function wholePath(
  values: Values,
  x: (index: number) => number,
  y: (value: number) => number,
  slack: number,
): string {
  return pathThrough(values, x, y, { tolerance: slack, grain: 1 });
}

/** How exactly a path is written: what it may leave out, and parts of a unit that it is rounded to. */
interface Grain {
  readonly tolerance: number;
  readonly grain: number;
}

function pathThrough(
  values: Values,
  x: (index: number) => number,
  y: (value: number) => number,
  grain: Grain,
): string {
  let path = '';
  const drawn = { x: new Float64Array(values.length), y: new Float64Array(values.length) };
  let start = 0;
  for (let index = 0; index <= values.length; index++) {
    const value = values[index];
    if (value !== null && value !== undefined && Number.isFinite(value)) {
      drawn.x[index] = x(index);
      drawn.y[index] = y(value);
      continue;
    }
    if (start < index) path += runPath(drawn.x.subarray(start, index), drawn.y.subarray(start, index), grain);
    start = index + 1;
  }
  return path;
}

/** Steps are relative, from the rounded point before, with no letter, comma or nought that a path can do without. */
function runPath(x: Float64Array, y: Float64Array, { tolerance: slack, grain }: Grain): string {
  let path = '';
  let atX = 0;
  let atY = 0;
  for (const index of simplify({ x, y }, slack)) {
    const nextX = Math.round(x[index]! * grain);
    const nextY = Math.round(y[index]! * grain);
    const step = pair((nextX - atX) / grain, (nextY - atY) / grain);
    if (path === '') path = `M${step}l`;
    else path += path.endsWith('l') || step.startsWith('-') ? step : ` ${step}`;
    atX = nextX;
    atY = nextY;
  }
  return x.length === 1 ? `${path.slice(0, -1)}h0` : path;
}

function pair(x: number, y: number): string {
  const second = short(y);
  return `${short(x)}${second.startsWith('-') ? '' : ' '}${second}`;
}

/** At most one decimal, and no nought before it. */
function short(value: number): string {
  return String(Math.round(value * 10) / 10 || 0).replace(/^(-?)0\./, '$1.');
}

export function lastIndex(values: Values): number {
  return values.findLastIndex((value) => value !== null && Number.isFinite(value));
}
