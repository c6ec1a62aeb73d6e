import { sourcesText } from '../report/published-text.ts';
import type { Figure } from '../report/schema.ts';
import type { Reason } from '../series/reason.ts';

/** A figure as it is computed: with the reasons of which its report will publish the words. */
export interface BookFigure extends Omit<Figure, 'reason'> {
  readonly reasons?: readonly Reason[];
}

/** What a figure family says of a figure when it adds it to the book. */
export interface BookEntry {
  readonly unit: string;
  readonly asOf: string;
  readonly method: string;
  readonly inputs: readonly string[];
  readonly sources: readonly string[];
  readonly status?: Figure['status'];
  readonly reasons?: readonly Reason[];
}

/** The place of every id in every book: from session to session the ids are the same. */
const places = new Map<string, number>();
/** The ids by place: one string each, however often it is put together again. */
const ids: string[] = [];

function placeOf(id: string): number {
  let place = places.get(id);
  if (place === undefined) {
    place = places.size;
    places.set(id, place);
    ids.push(id);
  }
  return place;
}

/**
 * The flat book of figures of one session. Families write it in order; a figure may rest on figures written
 * before it. An id is written once: a second write is a bug and throws.
 */
export class FigureBook {
  /** By place; undefined where the book has no figure of the id. */
  readonly #figures: (BookFigure | undefined)[];
  /** Places in the order written. */
  readonly #written: number[];

  constructor(other?: FigureBook) {
    this.#figures = other === undefined ? new Array(places.size).fill(undefined) : other.#figures.slice();
    this.#written = other === undefined ? [] : other.#written.slice();
  }

  /**
   * Adds a figure. A value that is null or not finite is stored as null, `missing`, with the entry's reasons.
   * @throws Error when the id is taken, or when a missing value comes without a reason
   */
  add(id: string, value: number | string | null, entry: BookEntry): void {
    this.put(id, value, entry.unit, entry.method, entry);
  }

  /** As `add`, of what a figure is and what it rests on, with reasons of its own where that has none. */
  put(
    id: string,
    value: number | string | null,
    unit: string,
    method: string,
    { asOf, status, inputs, sources, reasons: caveats }: Omit<BookEntry, 'unit' | 'method'>,
    reasons: readonly Reason[] | undefined = caveats,
  ): void {
    const absent = value === null || (typeof value === 'number' && !Number.isFinite(value));
    if (absent && (reasons === undefined || reasons.length === 0))
      throw new Error(`figure ${id} is missing without a reason`);
    const trust = absent ? 'missing' : (status ?? 'fresh');
    const figure = {
      value: absent ? null : value,
      unit,
      asOf,
      status: trust,
      method,
      inputs: inputs as string[],
      source: sourcesText(sources),
    };
    this.copyFrom(id, reasons === undefined || trust === 'fresh' ? figure : { ...figure, reasons });
  }

  /** Copies a figure from another book. @throws Error when the id is taken */
  copyFrom(id: string, figure: BookFigure): void {
    const place = placeOf(id);
    if (this.#figures[place] !== undefined) throw new Error(`figure ${id} is written twice`);
    this.#figures[place] = figure;
    this.#written.push(place);
  }

  /** A book of the same figures that others can be added to without touching this one. */
  copy(): FigureBook {
    return new FigureBook(this);
  }

  get size(): number {
    return this.#written.length;
  }

  has(id: string): boolean {
    return this.find(id) !== undefined;
  }

  /** @throws Error when no family wrote the id: a figure that is asked for always exists, if only as missing */
  get(id: string): BookFigure {
    const found = this.find(id);
    if (found === undefined) throw new Error(`no figure ${id} in the book`);
    return found;
  }

  /** The value as a number, or null when it is missing. @throws Error when it is a word */
  number(id: string): number | null {
    const { value } = this.get(id);
    if (typeof value === 'string') throw new Error(`figure ${id} is a word, not a number`);
    return value;
  }

  /** The value as a word, or null when it is missing. @throws Error when it is a number */
  word(id: string): string | null {
    const { value } = this.get(id);
    if (typeof value === 'number') throw new Error(`figure ${id} is a number, not a word`);
    return value;
  }

  /** Undefined when no family wrote the id. */
  find(id: string): BookFigure | undefined {
    const place = places.get(id);
    return place === undefined ? undefined : this.#figures[place];
  }

  /** Every figure, in the order written; from the n-th on. */
  entries(from = 0): (readonly [string, BookFigure])[] {
    return this.#written.slice(from).map((place) => this.#entry(place));
  }

  /** Every figure, in alphabetical order of the ids. */
  sortedEntries(): (readonly [string, BookFigure])[] {
    const entries: (readonly [string, BookFigure])[] = [];
    for (const place of placesInOrder()) {
      const figure = this.#figures[place];
      if (figure !== undefined) entries.push([ids[place]!, figure]);
    }
    return entries;
  }

  /** Every figure, by id, in alphabetical order: the same book is the same bytes. */
  toRecord(): Record<string, BookFigure> {
    return Object.fromEntries(this.sortedEntries());
  }

  #entry(place: number): readonly [string, BookFigure] {
    return [ids[place]!, this.#figures[place]!];
  }
}

let inOrder: readonly number[] = [];

/** The places of all ids, in their alphabetical order: books come and go, and hardly ever an id. */
function placesInOrder(): readonly number[] {
  if (inOrder.length !== ids.length) inOrder = [...ids.keys()].sort((a, b) => (ids[a]! < ids[b]! ? -1 : 1));
  return inOrder;
}
