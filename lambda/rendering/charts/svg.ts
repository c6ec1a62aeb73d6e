import type { Shapes } from './shapes.ts';
import { escapeText, px } from './text.ts';

/** What every chart says of itself; `id` is unique on its page. */
export interface Caption {
  readonly id: string;
  readonly title: string;
  /** The text alternative: what the chart shows, with its numbers. */
  readonly alt: string;
  /** Geometry that the drawings of one chart share. Without it a drawing holds all of its own, name and words too. */
  readonly shapes?: Shapes;
}

/** How a mark is drawn; each is a class of the page's style sheet. */
export type Role = 'accent' | 'strong' | 'plain' | 'faint';

export const fontSize = { label: 12, axis: 11 } as const;

export type Anchor = 'start' | 'middle' | 'end';

/** One mark: a path by its commands, a line of text, or markup as it is. */
export type Mark =
  | { readonly kind: 'path'; readonly classes: string; readonly d: string }
  | { readonly kind: 'text'; readonly classes: string; readonly anchor: Anchor; readonly markup: string }
  | { readonly kind: 'markup'; readonly markup: string };

/**
 * The chart's frame: its size, its name and its text alternative, and the marks in their order with all text above them.
 * Neighbours of one class are one path, and texts of one class one group: a third of the bytes of each with its own.
 */
export function svg(caption: Caption, width: number, height: number, marks: readonly Mark[]): string {
  const id = escapeText(caption.id);
  const frame = `<svg class="chart" viewBox="0 0 ${px(width)} ${px(height)}" width="${px(width)}" height="${px(height)}" role="img"`;
  const drawing = `${paths(marks)}${texts(marks)}</svg>`;
  // Where several drawings show one chart, its heading and its words are beside them, once.
  if (caption.shapes !== undefined) return `${frame} aria-labelledby="${id}-t ${id}-d">${drawing}`;
  return (
    `${frame} aria-labelledby="${id}-t ${id}-d">` +
    `<title id="${id}-t">${escapeText(caption.title)}</title><desc id="${id}-d">${escapeText(caption.alt)}</desc>${drawing}`
  );
}

function paths(marks: readonly Mark[]): string {
  let markup = '';
  let open: { classes: string; d: string } | null = null;
  const close = () => {
    if (open !== null) markup += `<path class="${open.classes}" d="${open.d}"/>`;
    open = null;
  };
  for (const mark of marks) {
    if (mark.kind === 'text') continue;
    if (mark.kind === 'path' && open?.classes === mark.classes) {
      open.d += mark.d;
      continue;
    }
    close();
    if (mark.kind === 'path') open = { classes: mark.classes, d: mark.d };
    else markup += mark.markup;
  }
  close();
  return markup;
}

function texts(marks: readonly Mark[]): string {
  const groups = Map.groupBy(
    marks.filter((mark) => mark.kind === 'text'),
    ({ classes, anchor }) => `class="${classes}"${anchor === 'start' ? '' : ` text-anchor="${anchor}"`}`,
  );
  return [...groups]
    .map(([attributes, those]) => `<g ${attributes}>${those.map(({ markup }) => markup).join('')}</g>`)
    .join('');
}

/** One line of text; `y` is its baseline. */
export function svgText(
  x: number,
  y: number,
  content: string,
  classes: string,
  anchor: Anchor = 'start',
): Mark {
  const markup = `<text x="${px(x)}" y="${px(y)}">${escapeText(content)}</text>`;
  return { kind: 'text', classes, anchor, markup };
}

export function path(d: string, classes: string): Mark {
  return { kind: 'path', classes, d };
}

export function line(x1: number, y1: number, x2: number, y2: number, classes: string): Mark {
  const from = `M${px(x1)},${px(y1)}`;
  // Rules and grids are level or upright: one coordinate says where they end.
  if (px(y1) === px(y2)) return path(`${from}H${px(x2)}`, classes);
  return path(px(x1) === px(x2) ? `${from}V${px(y2)}` : `${from}L${px(x2)},${px(y2)}`, classes);
}

export function rect(x: number, y: number, width: number, height: number, classes: string): Mark {
  return path(`M${px(x)},${px(y)}h${px(width)}v${px(height)}h${px(-width)}z`, classes);
}

export function dot(x: number, y: number, radius: number, classes: string): Mark {
  const markup = `<circle class="${classes}" cx="${px(x)}" cy="${px(y)}" r="${px(radius)}"/>`;
  return { kind: 'markup', markup };
}
