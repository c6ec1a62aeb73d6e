import { linePath, wholePath } from './path.ts';
import { type Caption, type Mark, path } from './svg.ts';

type Values = readonly (number | null)[];

/** Units from the upper edge of a shared shape to the lower: an eighth of a pixel each in the highest plot there is. */
export const depth = 2048;
/** What a shared line may leave out: a third of a pixel there. */
const slack = 3;

/** A plot within a drawing: its edges in pixels, the values of its lower and upper edge, and how many dates it has. */
export interface Plot {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly low: number;
  readonly high: number;
  readonly dates: number;
}

/** Where a date is in a plot that has its first date at the left edge and its last at the right one. */
export function across({ left, right, dates }: Plot): (index: number) => number {
  return (index) => left + ((right - left) * index) / Math.max(1, dates - 1);
}

export function upright({ top, bottom, low, high }: Plot): (value: number) => number {
  return (value) => {
    const share = (value - low) / (high - low);
    return bottom * (1 - share) + top * share;
  };
}

/** A line of values over the dates of a plot, shared by the drawings of its chart where these share their shapes. */
export function curve(caption: Caption, name: string, values: Values, plot: Plot, classes: string): Mark {
  if (caption.shapes === undefined) return path(linePath(values, across(plot), upright(plot)), classes);
  const { low, high, left, right, top, bottom } = plot;
  const markup = caption.shapes.use(
    name,
    () =>
      wholePath(
        values,
        (index) => index,
        (value) => ((high - value) / (high - low)) * depth,
        slack,
      ),
    classes,
    { x: left, y: top, across: (right - left) / Math.max(1, plot.dates - 1), down: (bottom - top) / depth },
  );
  return { kind: 'markup', markup };
}
