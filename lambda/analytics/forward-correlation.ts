/** Correlation of a signal with what followed it, as known at every session. */
export interface ForwardCorrelation {
  /** -1 to 1; NaN with fewer than two cases or where either side does not vary. */
  readonly correlation: Float64Array;
  /** Cases that it rests on. */
  readonly count: Int32Array;
}

/**
 * At every session the correlation, over every t with t + horizon up to it, a signal at t and both levels, of the signal
 * at t with the change of `logLevel` from t to t + horizon. Absent values are NaN. Overlapping horizons make neighbours
 * alike, so that far fewer than `count` cases are independent. One pass, with Welford's updates.
 */
export function forwardCorrelation(
  signal: Float64Array,
  logLevel: Float64Array,
  horizon: number,
): ForwardCorrelation {
  const correlation = new Float64Array(signal.length).fill(Number.NaN);
  const count = new Int32Array(signal.length);
  let n = 0;
  let signalMean = 0;
  let changeMean = 0;
  let together = 0;
  let signalSquares = 0;
  let changeSquares = 0;
  for (let end = horizon; end < signal.length; end++) {
    const x = signal[end - horizon]!;
    const y = logLevel[end]! - logLevel[end - horizon]!;
    if (!Number.isNaN(x) && !Number.isNaN(y)) {
      n++;
      const fromMean = x - signalMean;
      signalMean += fromMean / n;
      const change = y - changeMean;
      changeMean += change / n;
      signalSquares += fromMean * (x - signalMean);
      changeSquares += change * (y - changeMean);
      together += fromMean * (y - changeMean);
    }
    count[end] = n;
    correlation[end] = together / Math.sqrt(signalSquares * changeSquares);
  }
  return { correlation, count };
}

/** The normal quantile of a 95 % interval. */
const z = 1.959963984540054;

/**
 * The 95 % interval of a correlation r of n independent pairs by Fisher's transformation: `tanh(atanh(r) ∓ z/√(n - 3))`.
 * Source: R. A. Fisher, Metron 1 (1921) 3.
 */
export function correlationInterval(r: number, n: number): { readonly low: number; readonly high: number } {
  const error = z / Math.sqrt(n - 3);
  return { low: Math.tanh(Math.atanh(r) - error), high: Math.tanh(Math.atanh(r) + error) };
}
