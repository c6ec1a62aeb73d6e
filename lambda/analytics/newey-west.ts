import { leastSquares } from './least-squares.ts';
import { mean } from './mean.ts';

/** A slope with the standard error of W. Newey and K. West. */
export interface RobustSlope {
  readonly slope: number;
  readonly error: number;
}

/**
 * Slope of the least-squares line of y on x with an intercept, and its standard error that allows for autocorrelation and
 * for spread that changes: Bartlett weights to lag `floor(4 (n/100)^(2/9))`, no small-sample factor. Units of y over those
 * of x. NaN where x does not vary. Figures `sens.*`.
 *
 * W. Newey and K. West, "A Simple, Positive Semi-Definite, Heteroskedasticity and Autocorrelation Consistent Covariance
 * Matrix", Econometrica 55 (1987) 703-708.
 *
 * @param x, y of the same length, in the order of time
 */
export function neweyWest(x: Float64Array, y: Float64Array): RobustSlope {
  const n = x.length;
  const { slope } = leastSquares(x, y);
  const xMean = mean(x);
  const intercept = mean(y) - slope * xMean;
  let squares = 0;
  for (let i = 0; i < n; i++) squares += (x[i]! - xMean) ** 2;
  // What each observation adds to the slope's error: its residual times its weight in the slope.
  const scores = new Float64Array(n);
  for (let i = 0; i < n; i++) scores[i] = ((y[i]! - intercept - slope * x[i]!) * (x[i]! - xMean)) / squares;
  const lags = Math.floor(4 * (n / 100) ** (2 / 9));
  let variance = 0;
  for (let lag = 0; lag <= lags; lag++) {
    let sum = 0;
    for (let i = lag; i < n; i++) sum += scores[i]! * scores[i - lag]!;
    variance += lag === 0 ? sum : 2 * (1 - lag / (lags + 1)) * sum;
  }
  return { slope, error: Math.sqrt(variance) };
}
