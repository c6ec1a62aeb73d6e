import type { Figure } from './report.ts';

/** What a figure family says of a figure when it adds it to the book. */
export interface Entry {
  readonly unit: string;
  readonly asOf: string;
  readonly method: string;
  readonly inputs: readonly string[];
  readonly source: string;
  readonly status?: Figure['status'];
  readonly reason?: string;
}

/**
 * The flat book of figures of one session. Families write it in order; a figure may rest on figures written
 * before it. An id is written once: a second write is a bug and throws.
 */
export class FigureBook {
  readonly #figures = new Map<string, Figure>();

  /**
   * Adds a figure. A value that is null or not finite is stored as null, `missing`, with the entry's reason.
   * @throws Error when the id is taken, or when a missing value comes without a reason
   */
  add(id: string, value: number | string | null, entry: Entry): void {
    if (this.#figures.has(id)) throw new Error(`figure ${id} is written twice`);
    const absent = value === null || (typeof value === 'number' && !Number.isFinite(value));
    if (absent && entry.reason === undefined) throw new Error(`figure ${id} is missing without a reason`);
    this.#figures.set(id, {
      value: absent ? null : value,
      unit: entry.unit,
      asOf: entry.asOf,
      status: absent ? 'missing' : (entry.status ?? 'fresh'),
      method: entry.method,
      inputs: [...entry.inputs],
      source: entry.source,
      ...(entry.reason !== undefined && (absent || (entry.status ?? 'fresh') !== 'fresh')
        ? { reason: entry.reason }
        : {}),
    });
  }

  /** Takes over a figure as it stands in another book or report. @throws Error when the id is taken */
  copyFrom(id: string, figure: Figure): void {
    if (this.#figures.has(id)) throw new Error(`figure ${id} is written twice`);
    this.#figures.set(id, figure);
  }

  /** A book of the same figures that others can be added to without touching this one. */
  copy(): FigureBook {
    const copy = new FigureBook();
    for (const [id, figure] of this.#figures) copy.#figures.set(id, figure);
    return copy;
  }

  has(id: string): boolean {
    return this.#figures.has(id);
  }

  /** @throws Error when no family wrote the id: a figure that is asked for always exists, if only as missing */
  get(id: string): Figure {
    const found = this.#figures.get(id);
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

  /** Every figure, in the order written. */
  entries(): IterableIterator<[string, Figure]> {
    return this.#figures.entries();
  }

  /** Every figure, by id, in alphabetical order: the same book is the same bytes. */
  toRecord(): Record<string, Figure> {
    const record: Record<string, Figure> = {};
    for (const id of [...this.#figures.keys()].sort()) record[id] = this.get(id);
    return record;
  }
}
