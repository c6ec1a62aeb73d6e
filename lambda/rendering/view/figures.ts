import {
  formatFigure,
  formatNumber,
  formatShortDate,
  isBelowZero,
  MINUS,
} from '../../briefing/words/format.ts';
import { forReaders, type Idiom } from '../../briefing/words/idiom.ts';
import { publishedReasons } from '../../briefing/words/published-reasons.ts';
import { readersWords } from '../../briefing/words/readers-words.ts';
import { reasonText } from '../../briefing/words/reasons.ts';
import { sourceTitle } from '../../briefing/words/source-title.ts';
import type { Figure, Report } from '../../report/schema.ts';
import { PageNotes } from './notes.ts';
import type { SheetSize } from './paper-room.ts';

/** Where a page is shown: the published HTML, or the sheets that the browser prints. */
export type Medium = 'screen' | 'paper';

/** A figure in a line of text or a cell, linked to its definition on the page. */
export interface FigureView {
  readonly text: string;
  readonly href: string;
  readonly missing: boolean;
  /** Below zero as it is printed: marked by the minus and, besides, by its colour. */
  readonly negative: boolean;
  /** The letter of the footnote on a proxy or a stale number; empty for an ordinary one. */
  readonly mark: string;
}

/** The record of one figure that the page shows on demand. */
export interface FigureEntry {
  readonly id: string;
  /** What the columns of the ledger say of it, in their order; those at the end that say nothing are left out. */
  readonly cells: readonly string[];
}

/** All records, and what holds for each that does not say otherwise. */
export interface Ledger {
  readonly asOf: string;
  readonly source: string;
  /** The days that windows of a given number of sessions begin on, as JSON: `{"5d":"Dec 23, 2025"}`. */
  readonly windows: string;
  /** The adjusted closes that the page's returns are made of, as JSON by figure: `{"return.IWM.5d":["246.16","252.08"]}`. */
  readonly prices: string;
  readonly entries: readonly FigureEntry[];
}

/** Definitions that one page of the methods derives, under its topic. */
export interface MethodGroup {
  readonly page: string;
  readonly methods: readonly { readonly id: string; readonly name: string; readonly definition: string }[];
}

/** Gives out a report's figures for a page and remembers which of them the page used. */
export class PageFigures {
  readonly #report: Report;
  readonly #idiom: Idiom;
  readonly #used = new Set<string>();
  readonly #dates = new Map<string, string>();
  readonly #words = new Map<string, readonly string[]>();

  readonly medium: Medium;
  readonly paper: SheetSize;
  readonly notes: PageNotes;

  constructor(report: Report, medium: Medium = 'screen', paper: SheetSize = 'Letter') {
    this.#report = report;
    this.medium = medium;
    this.paper = paper;
    this.notes = new PageNotes(report);
    this.#idiom = forReaders(report.names ?? {});
  }

  /** @throws Error when the report has no such figure: a page never shows a number without its record */
  get(id: string): Figure {
    const figure = this.#report.figures[id];
    if (figure === undefined) throw new Error(`the report has no figure ${id}`);
    this.#used.add(id);
    return figure;
  }

  /** The figure in print, or with `text` in the words that a sentence has chosen for it. */
  view(id: string, text?: string, lettered = true): FigureView {
    const figure = this.get(id);
    // A reason in place of a number is explained by itself.
    const isExplained = text !== undefined && this.#reasons(figure.reason)[0] === text;
    const printed = text ?? formatFigure(id, figure);
    return {
      text: printed,
      href: href(id),
      missing: figure.value === null,
      negative: isBelowZero(printed),
      mark: lettered && !isExplained ? this.notes.letterOf(figure) : '',
    };
  }

  /** Every figure that the page used, in alphabetical order. */
  ledger(): Ledger {
    const ids = [...this.#used].sort();
    const usual = {
      asOf: this.#date(this.#report.session),
      source: commonest(ids.map((id) => sourceTitle(this.get(id).source))),
    };
    return {
      ...usual,
      windows: JSON.stringify(this.#windows()),
      prices: JSON.stringify(this.#prices(ids)),
      entries: ids.map((id) => this.#entry(id, usual)),
    };
  }

  /** The methods of the figures that the page used, by the page of the methods that derives them. */
  methods(): MethodGroup[] {
    const groups = new Map<string, MethodGroup['methods'][number][]>();
    for (const name of new Set([...this.#used].sort().map((id) => this.get(id).method))) {
      const method = this.#report.methods[name];
      if (method === undefined) continue;
      const group = groups.get(method.page) ?? [];
      groups.set(method.page, group);
      group.push({ id: methodId(name), name, definition: readersWords(method.definition, {}) });
    }
    return [...groups].map(([page, methods]) => ({ page: topicOf(page), methods }));
  }

  /** Hundreds of figures share a few reasons. */
  #reasons(text: string | undefined): readonly string[] {
    if (text === undefined) return [];
    let words = this.#words.get(text);
    if (words === undefined) {
      words = publishedReasons(this.#report, text).map((reason) => reasonText(reason, this.#idiom));
      this.#words.set(text, words);
    }
    return words;
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

  /** The sessions that windows begin on, from the longest axis of sessions that the report has to its own. */
  #windows(): Record<string, string> {
    const { axes, session, previousSession } = this.#report;
    const days = Object.values(axes)
      .filter((axis) => axis.at(-1) === session && axis.at(-2) === previousSession)
      .reduce((longest, axis) => (axis.length > longest.length ? axis : longest), []);
    const starts = [1, 2, 5, 10, 21, 63, 126, 252].flatMap((count) => {
      const day = days.at(-1 - count);
      return day === undefined ? [] : [[`${count}d`, this.#date(day)] as const];
    });
    const priced = Object.entries(this.#report.windowPrices?.starts ?? {});
    return {
      ...Object.fromEntries(starts),
      ...Object.fromEntries(priced.map(([window, start]) => [window, this.#date(start.session)])),
    };
  }

  /**
   * Of each return its two prices: the session's close as it is printed, and that where its window starts, less what was paid
   * out since. Adjusted closes of the data also leave out what was paid after the session.
   */
  #prices(ids: readonly string[]): Record<string, readonly [string, string]> {
    const { end, starts } = this.#report.windowPrices ?? { end: {}, starts: {} };
    const known = ids.flatMap((id) => {
      const [measure, symbol = '', window = ''] = id.split('.');
      const [last, first] = [end[symbol], starts[window]?.closes[symbol]];
      if (measure !== 'return' || last === undefined || first === undefined) return [];
      const close = this.#report.figures[`close.${symbol}`]?.value;
      const scale = typeof close === 'number' ? close / last : 1;
      return [[id, [formatNumber(last * scale, 2), formatNumber(first * scale, 2)]] as const];
    });
    return Object.fromEntries(known);
  }

  #entry(id: string, usual: Pick<Ledger, 'asOf' | 'source'>): FigureEntry {
    const figure = this.get(id);
    const { status, method } = figure;
    const reasons = this.#reasons(figure.reason);
    const state = reasons.length === 0 ? status : `${status}: ${reasons.join('; ')}`;
    const asOf = this.#date(figure.asOf);
    const source = sourceTitle(figure.source);
    const cells = [
      exactly(id, figure),
      figure.unit,
      method === id.split('.', 1)[0] ? '' : method,
      figure.inputs.join(', '),
      asOf === usual.asOf ? '' : asOf,
      state === 'fresh' ? '' : state,
      source === usual.source ? '' : source,
    ];
    return { id, cells: cells.slice(0, cells.findLastIndex((text) => text !== '') + 1) };
  }
}

/** What a page of the methods is about: `Rotation` of `docs/methods/rotation.md`. */
function topicOf(page: string): string {
  const name = page.replace(/^.*\//, '').replace(/\.md$/, '');
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

/** The text that is there most often; of several the first. */
function commonest(texts: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].reduce((most, one) => (one[1] > most[1] ? one : most), ['', 0] as const)[0];
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
