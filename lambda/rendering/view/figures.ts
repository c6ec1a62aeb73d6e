import { formatFigure, formatShortDate, MINUS } from '../../briefing/words/format.ts';
import type { Figure, Report } from '../../report/schema.ts';

/** Where a page is shown: the published HTML, or the sheets that the browser prints. */
export type Medium = 'screen' | 'paper';

/** A figure in a line of text or a cell, linked to its definition on the page. */
export interface FigureView {
  readonly text: string;
  readonly href: string;
  readonly missing: boolean;
  /** Below zero: marked by the minus and, besides, by its colour. */
  readonly negative: boolean;
  /** `proxy` or `stale`, said after the number; empty for an ordinary one. */
  readonly mark: string;
}

/** The definition of one figure that the page shows on demand. */
export interface FigureEntry {
  readonly id: string;
  /** The value in full double precision. */
  readonly exact: string;
  readonly unit: string;
  readonly asOf: string;
  /** Status, and its reason where there is one. */
  readonly state: string;
  readonly source: string;
  readonly method: string;
  readonly inputs: string;
}

/** Definitions that one page of the methods derives. */
export interface MethodGroup {
  readonly page: string;
  readonly methods: readonly { readonly id: string; readonly name: string; readonly definition: string }[];
}

/** Gives out a report's figures for a page and remembers which of them the page used. */
export class PageFigures {
  readonly #report: Report;
  readonly #used = new Set<string>();
  readonly #dates = new Map<string, string>();

  readonly medium: Medium;

  constructor(report: Report, medium: Medium = 'screen') {
    this.#report = report;
    this.medium = medium;
  }

  /** @throws Error when the report has no such figure: a page never shows a number without its record */
  get(id: string): Figure {
    const figure = this.#report.figures[id];
    if (figure === undefined) throw new Error(`the report has no figure ${id}`);
    this.#used.add(id);
    return figure;
  }

  /** The figure in print, or with `text` in the words that a sentence has chosen for it. */
  view(id: string, text?: string): FigureView {
    const figure = this.get(id);
    return {
      text: text ?? formatFigure(id, figure),
      href: href(id),
      missing: figure.value === null,
      negative: typeof figure.value === 'number' && figure.value < 0,
      mark: figure.status === 'proxy' || figure.status === 'stale' ? figure.status : '',
    };
  }

  /** Every figure that the page used, in alphabetical order. */
  entries(): FigureEntry[] {
    return [...this.#used].sort().map((id) => this.#entry(id));
  }

  /** The methods of the figures that the page used, by the page of the methods that derives them. */
  methods(): MethodGroup[] {
    const groups = new Map<string, MethodGroup['methods'][number][]>();
    for (const name of new Set([...this.#used].sort().map((id) => this.get(id).method))) {
      const method = this.#report.methods[name];
      if (method === undefined) continue;
      const group = groups.get(method.page) ?? [];
      groups.set(method.page, group);
      group.push({ id: methodId(name), name, definition: method.definition });
    }
    return [...groups].map(([page, methods]) => ({ page, methods }));
  }

  /** Hundreds of figures share a few dates. */
  #date(date: string): string {
    let text = this.#dates.get(date);
    if (text === undefined) {
      text = /^\d{4}-\d{2}-\d{2}$/.test(date) ? formatShortDate(date) : date;
      this.#dates.set(date, text);
    }
    return text;
  }

  #entry(id: string): FigureEntry {
    const figure = this.get(id);
    return {
      id,
      exact: exactly(id, figure),
      unit: figure.unit,
      asOf: this.#date(figure.asOf),
      state: figure.reason === undefined ? figure.status : `${figure.status}: ${figure.reason}`,
      source: figure.source,
      method: figure.method,
      inputs: figure.inputs.join(', '),
    };
  }
}

/** Every digit of a number, with the minus that readers know; words and dates as they are printed. */
function exactly(id: string, figure: Figure): string {
  if (typeof figure.value !== 'number') return formatFigure(id, figure);
  return String(figure.value).replace('-', MINUS);
}

/** Link to a place of the same page. */
export function href(id: string): string {
  return `#${encodeURI(id)}`;
}

/** Ids hold no spaces, names of methods may. */
function methodId(name: string): string {
  return `method-${name.replaceAll(/\s+/g, '-')}`;
}
