import { escapeText, px } from './text.ts';

/** What every chart says of itself; `id` is unique on its page. */
export interface Caption {
  readonly id: string;
  readonly title: string;
  /** The text alternative: what the chart shows, with its numbers. */
  readonly alt: string;
}

/** How a mark is drawn; each is a class of the page's style sheet. */
export type Role = 'accent' | 'strong' | 'plain' | 'faint';

export const fontSize = { label: 12, axis: 11 } as const;

/** The chart's frame: its size, its name and its text alternative. */
export function svg(caption: Caption, width: number, height: number, marks: readonly string[]): string {
  const id = escapeText(caption.id);
  return (
    `<svg class="chart" viewBox="0 0 ${px(width)} ${px(height)}" width="${px(width)}" height="${px(height)}" ` +
    `role="img" aria-labelledby="${id}-t ${id}-d">` +
    `<title id="${id}-t">${escapeText(caption.title)}</title><desc id="${id}-d">${escapeText(caption.alt)}</desc>` +
    `${marks.join('')}</svg>`
  );
}

/** One line of text; `y` is its baseline. */
export function svgText(
  x: number,
  y: number,
  content: string,
  classes: string,
  anchor: 'start' | 'middle' | 'end' = 'start',
): string {
  const side = anchor === 'start' ? '' : ` text-anchor="${anchor}"`;
  return `<text class="${classes}" x="${px(x)}" y="${px(y)}"${side}>${escapeText(content)}</text>`;
}

export function line(x1: number, y1: number, x2: number, y2: number, classes: string): string {
  return `<path class="${classes}" d="M${px(x1)},${px(y1)}L${px(x2)},${px(y2)}"/>`;
}

export function rect(x: number, y: number, width: number, height: number, classes: string): string {
  return `<rect class="${classes}" x="${px(x)}" y="${px(y)}" width="${px(width)}" height="${px(height)}"/>`;
}

export function dot(x: number, y: number, radius: number, classes: string): string {
  return `<circle class="${classes}" cx="${px(x)}" cy="${px(y)}" r="${px(radius)}"/>`;
}
