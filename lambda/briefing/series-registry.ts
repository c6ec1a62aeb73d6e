import type { Series } from '../report/schema.ts';

/** A series as a chart builder hands it over: values in double precision, NaN or null where there is none. */
export interface SeriesInput {
  readonly axis: string;
  readonly values: ArrayLike<number | null>;
  readonly unit: string;
  readonly asOf: string;
  readonly inputs: readonly string[];
}

/** Digits kept of a drawn value: far below a pixel, and a quarter of the bytes. Figures keep all of theirs. */
const digits = 6;

/**
 * The data of all charts and sparklines of one report. Series of the same dates share an axis by its id; a series
 * that two sections draw is held once.
 */
export class SeriesRegistry {
  readonly #axes = new Map<string, string[]>();
  readonly #series = new Map<string, Series>();

  /** Registers a time axis and returns its id. @throws Error when the id already has other dates */
  axis(id: string, dates: readonly string[]): string {
    const known = this.#axes.get(id);
    if (known === undefined) this.#axes.set(id, [...dates]);
    else if (!sameDates(known, dates)) throw new Error(`axis ${id} is registered with other dates`);
    return id;
  }

  /** The id of an axis of these dates: `name` for the first of its kind, `name.2` for other dates, and so on. */
  axisOf(name: string, dates: readonly string[]): string {
    for (let n = 1; ; n++) {
      const id = n === 1 ? name : `${name}.${n}`;
      const known = this.#axes.get(id);
      if (known === undefined || sameDates(known, dates)) return this.axis(id, dates);
    }
  }

  has(id: string): boolean {
    return this.#series.has(id);
  }

  /** Registers a series and returns its id; the first registration of an id wins. */
  add(id: string, input: SeriesInput): string {
    if (this.#series.has(id)) return id;
    const axis = this.#axes.get(input.axis);
    if (axis === undefined) throw new Error(`series ${id} names axis ${input.axis}, which is not registered`);
    if (axis.length !== input.values.length)
      throw new Error(`series ${id} has ${input.values.length} values on ${axis.length} dates`);
    this.#series.set(id, {
      axis: input.axis,
      values: drawn(input.values),
      unit: input.unit,
      asOf: input.asOf,
      inputs: [...input.inputs],
    });
    return id;
  }

  axesRecord(): Record<string, string[]> {
    return sorted(this.#axes);
  }

  seriesRecord(): Record<string, Series> {
    return sorted(this.#series);
  }
}

function sameDates(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((date, i) => date === b[i]);
}

/** A loop, since `Array.from` takes as long again as the rounding. */
function drawn(values: ArrayLike<number | null>): (number | null)[] {
  const list: (number | null)[] = [];
  for (let i = 0; i < values.length; i++) list.push(rounded(values[i] ?? null));
  return list;
}

/** To six significant digits, by arithmetic: a division by a power of ten gives the double that prints shortest. */
function rounded(value: number | null): number | null {
  if (value === null || !Number.isFinite(value)) return null;
  if (value === 0) return 0;
  const places = digits - 1 - Math.floor(Math.log10(Math.abs(value)));
  if (places > 300) return 0;
  const scale = 10 ** Math.abs(places);
  return places >= 0 ? Math.round(value * scale) / scale : Math.round(value / scale) * scale;
}

function sorted<T>(map: ReadonlyMap<string, T>): Record<string, T> {
  return Object.fromEntries([...map].sort(([a], [b]) => (a < b ? -1 : 1)));
}
