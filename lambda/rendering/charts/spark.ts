import { scaleLinear } from 'd3-scale';
import { lastIndex, wholePath } from './path.ts';
import { escapeText } from './text.ts';
import { valueAxis } from './ticks.ts';

/** Size of a sparkline, in pixels. */
export const sparkSize = { width: 76, height: 20 } as const;

/** Parts of a pixel that a sparkline is drawn in, and what its line may leave out of them. */
const fine = 10;
const slack = 3.5;

/** A line as small as a word, its newest value dotted. The text next to it has the numbers. */
export function sparkline(values: readonly (number | null)[], alt: string): string {
  const [width, height] = [sparkSize.width * fine, sparkSize.height * fine];
  const axis = valueAxis([values], 1, 0.02);
  const y = scaleLinear([axis.low, axis.high], [height - 3 * fine, 3 * fine]);
  const x = (index: number) => fine + ((width - 5 * fine) * index) / Math.max(1, values.length - 1);
  const end = lastIndex(values);
  const at = (value: number) => Math.round(value);
  const newest =
    end < 0 ? '' : `<circle cx="${at(x(end))}" cy="${at(y(values[end] ?? 0))}" r="${2 * fine}"/>`;
  return (
    `<svg class="spark" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeText(alt)}">` +
    `<path d="${wholePath(values, x, (value) => y(value), slack)}"/>${newest}</svg>`
  );
}
