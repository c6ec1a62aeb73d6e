export interface ForwardCorrelation {
  /** -1 to 1; NaN when there are fewer than two cases or either side does not vary. */
  readonly correlation: number;
  readonly count: number;
}

/**
 * How well a signal told what came after: the correlation, over every t with t + horizon <= end and a signal, of
 * the signal at t with the change of `logLevel` from t to t + horizon. Absent signals are NaN. Overlapping horizons
 * make neighbours alike, so that far fewer than `count` cases are independent.
 */
export function forwardCorrelation(
  signal: Float64Array,
  logLevel: Float64Array,
  end: number,
  horizon: number,
): ForwardCorrelation {
  const last = end - horizon;
  let count = 0;
  let signalSum = 0;
  let changeSum = 0;
  for (let t = 0; t <= last; t++) {
    const x = signal[t]!;
    if (Number.isNaN(x)) continue;
    count++;
    signalSum += x;
    changeSum += logLevel[t + horizon]! - logLevel[t]!;
  }
  const signalMean = signalSum / count;
  const changeMean = changeSum / count;
  let together = 0;
  let signalSquares = 0;
  let changeSquares = 0;
  for (let t = 0; t <= last; t++) {
    const x = signal[t]! - signalMean;
    if (Number.isNaN(x)) continue;
    const y = logLevel[t + horizon]! - logLevel[t]! - changeMean;
    together += x * y;
    signalSquares += x * x;
    changeSquares += y * y;
  }
  return { correlation: together / Math.sqrt(signalSquares * changeSquares), count };
}
