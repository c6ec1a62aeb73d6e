/** Between exact recomputations the window's sums are carried forward; this often they start afresh. */
const refreshEvery = 256;
/** A window whose squares shrank this much since then is recomputed too: what is left may be mostly rounding. */
const shrunk = 1e-6;
/** A deviation this small against the mean is rounding, not movement. */
const noise = 1e-12;

/** Mean and squared deviations of a moving set of values (Welford's updates). */
class Moments {
  count = 0;
  mean = 0;
  squares = 0;

  add(value: number): void {
    this.count++;
    const distance = value - this.mean;
    this.mean += distance / this.count;
    this.squares += distance * (value - this.mean);
  }

  remove(value: number): void {
    this.count--;
    if (this.count === 0) {
      this.mean = 0;
      this.squares = 0;
      return;
    }
    const distance = value - this.mean;
    this.mean -= distance / this.count;
    this.squares -= distance * (value - this.mean);
  }

  /** Starts afresh from the values themselves, in two passes. */
  recompute(values: Float64Array): void {
    let sum = 0;
    let count = 0;
    for (let i = 0; i < values.length; i++) {
      if (Number.isNaN(values[i]!)) continue;
      sum += values[i]!;
      count++;
    }
    const mean = count === 0 ? 0 : sum / count;
    let squares = 0;
    for (let i = 0; i < values.length; i++)
      if (!Number.isNaN(values[i]!)) squares += (values[i]! - mean) ** 2;
    this.count = count;
    this.mean = mean;
    this.squares = squares;
  }
}

/**
 * The z-score of every value against the trailing `window` values, itself included: (value - mean) / sample
 * deviation. NaN where fewer than `needed` of them are there, where the value itself is not, and where they do not
 * differ. Absent values are NaN. Element t rests on values up to t only.
 *
 * The cost grows with the length, not with length times window; the sums are renewed often enough to agree with a
 * recomputation to about 1e-13.
 */
export function rollingZ(values: Float64Array, window: number, needed: number): Float64Array {
  const scores = new Float64Array(values.length).fill(Number.NaN);
  const moments = new Moments();
  let largest = 0;
  for (let t = 0; t < values.length; t++) {
    const entering = values[t]!;
    const leaving = t >= window ? values[t - window]! : Number.NaN;
    if (!Number.isNaN(entering)) moments.add(entering);
    if (!Number.isNaN(leaving)) moments.remove(leaving);
    largest = Math.max(largest, moments.squares);
    if (t % refreshEvery === 0 || moments.squares < shrunk * largest) {
      moments.recompute(values.subarray(Math.max(0, t - window + 1), t + 1));
      largest = moments.squares;
    }
    if (Number.isNaN(entering) || moments.count < needed) continue;
    const deviation = Math.sqrt(moments.squares / (moments.count - 1));
    if (deviation > noise * Math.abs(moments.mean)) scores[t] = (entering - moments.mean) / deviation;
  }
  return scores;
}
