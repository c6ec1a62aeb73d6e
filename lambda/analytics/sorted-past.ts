import { quantile } from './quantile.ts';
import { selectQuantile } from './selection.ts';

/** Sessions beyond which sorting again costs less than moving on one by one. */
const leap = 50;
/** An index from which every session is a leap: nothing is sorted yet. */
const outOfReach = Number.NEGATIVE_INFINITY;

/**
 * The values of a column up to any session, sorted: for quantiles of a history that grows by one value a session. From
 * one session to the next a value is put in its place or taken out; only a leap sorts again.
 */
export class SortedPast {
  readonly #column: Float64Array;
  readonly #sorted: Float64Array;
  #asked = -1;
  #index = outOfReach;
  #count = 0;

  /** @param column NaN where there is no value */
  constructor(column: Float64Array) {
    this.#column = column;
    this.#sorted = new Float64Array(column.length);
  }

  /**
   * Quantiles (Hyndman-Fan type 7) of those up to an index. Of one session alone they are selected; who asks for another
   * near it has the values sorted, and pays a step from then on. NaN where there is no value.
   */
  quantiles(index: number, shares: readonly number[]): number[] {
    const isNear = this.#asked >= 0 && Math.abs(index - this.#asked) <= leap;
    this.#asked = index;
    if (isNear) {
      const sorted = this.upTo(index);
      return shares.map((p) => (sorted.length === 0 ? Number.NaN : quantile(sorted, p)));
    }
    const values = this.#copyUpTo(index);
    return shares.map((p) => (values.length === 0 ? Number.NaN : selectQuantile(values, p)));
  }

  /** Those of the sessions up to an index, ascending; good until the next call. */
  upTo(index: number): Float64Array {
    if (Math.abs(index - this.#index) > leap) this.#sortAll(index);
    while (this.#index < index) this.#insert(this.#column[++this.#index]!);
    while (this.#index > index) this.#remove(this.#column[this.#index--]!);
    return this.#sorted.subarray(0, this.#count);
  }

  #sortAll(index: number): void {
    const values = this.#copyUpTo(index).sort();
    this.#count = values.length;
    this.#index = index;
  }

  /** The values up to an index in place of the sorted ones; they must be sorted before they are read. */
  #copyUpTo(index: number): Float64Array {
    let count = 0;
    this.#index = outOfReach;
    for (let t = 0; t <= index; t++)
      // Adding nothing makes +0 of -0, which compares as equal and has no fixed place among zeros.
      if (!Number.isNaN(this.#column[t]!)) this.#sorted[count++] = this.#column[t]! + 0;
    return this.#sorted.subarray(0, count);
  }

  #insert(value: number): void {
    if (Number.isNaN(value)) return;
    const at = this.#placeOf(value);
    this.#sorted.copyWithin(at + 1, at, this.#count++);
    // Adding nothing makes +0 of -0, which compares as equal and could be anywhere among zeros.
    this.#sorted[at] = value + 0;
  }

  #remove(value: number): void {
    if (Number.isNaN(value)) return;
    const at = this.#placeOf(value);
    this.#sorted.copyWithin(at, at + 1, this.#count--);
  }

  /** How many are smaller. */
  #placeOf(value: number): number {
    let low = 0;
    let high = this.#count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#sorted[middle]! < value) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
