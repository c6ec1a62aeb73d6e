import { scaleLinear } from 'd3-scale';
import { lastIndex, linePath } from './path.ts';
import { dot } from './svg.ts';
import { escapeText } from './text.ts';
import { valueAxis } from './ticks.ts';

/** Size of a sparkline, in pixels. */
export const sparkSize = { width: 76, height: 20 } as const;

/** A line as small as a word, its newest value dotted. The text next to it has the numbers. */
export function sparkline(values: readonly (number | null)[], alt: string): string {
  const { width, height } = sparkSize;
  const axis = valueAxis([values], 1, 0.02);
  const scale = scaleLinear([axis.low, axis.high], [height - 3, 3]);
  const x = (index: number) => 1 + ((width - 5) * index) / Math.max(1, values.length - 1);
  const end = lastIndex(values);
  const newest = end < 0 ? '' : dot(x(end), scale(values[end] ?? 0), 2, 'dot accent');
  return (
    `<svg class="spark" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" ` +
    `aria-label="${escapeText(alt)}"><path class="line plain" d="${linePath(values, x, (value) => scale(value))}"/>` +
    `${newest}</svg>`
  );
}
