import { mean } from './mean.ts';

export interface FittedLine {
  readonly slope: number;
  /** Share of the variance of y that the line explains, 0 to 1. */
  readonly r2: number;
}

/** Ordinary least squares of y on x with an intercept. NaN when x does not vary. */
export function leastSquares(x: Float64Array, y: Float64Array): FittedLine {
  const xMean = mean(x);
  const yMean = mean(y);
  let xx = 0;
  let xy = 0;
  let yy = 0;
  for (let i = 0; i < x.length; i++) {
    const dx = x[i]! - xMean;
    const dy = y[i]! - yMean;
    xx += dx * dx;
    xy += dx * dy;
    yy += dy * dy;
  }
  return { slope: xy / xx, r2: (xy * xy) / (xx * yy) };
}
