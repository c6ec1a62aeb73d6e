import { mean } from './mean.ts';

/** Lags beyond the last that matters which must all be small. */
const fewestLags = 5;

/**
 * Mean length of a block for the stationary bootstrap of a series' mean, in observations: D. Politis and H. White,
 * Econometric Reviews 23 (2004) 53, with the correction of A. Patton, D. Politis and H. White, ibid. 28 (2009) 372.
 *
 * @param values at least two, not all the same
 */
export function blockLength(values: Float64Array): number {
  const n = values.length;
  const { covariances, correlations } = dependence(values);
  const last = covariances.length - 1;
  const quiet = quietFrom(correlations, n);
  const bandwidth = quiet === null ? last : Math.min(2 * Math.max(quiet, 1), last);
  let [slope, spectrum] = [0, covariances[0]!];
  for (let k = 1; k <= bandwidth; k++) {
    const share = k / bandwidth;
    const weight = share <= 0.5 ? 1 : 2 * (1 - share);
    slope += 2 * weight * k * covariances[k]!;
    spectrum += 2 * weight * covariances[k]!;
  }
  const longest = Math.ceil(Math.min(3 * Math.sqrt(n), n / 3));
  return Math.min((slope ** 2 / spectrum ** 2) ** (1 / 3) * n ** (1 / 3), longest);
}

const lagsOf = (n: number): number => Math.max(fewestLags, Math.floor(Math.log10(n)));

/** Autocovariances, and autocorrelations of the parts that each lag leaves, both from lag 0 to the last that is looked at. */
function dependence(values: Float64Array) {
  const n = values.length;
  const average = mean(values);
  const apart = values.map((value) => value - average);
  const squares = new Float64Array(n + 1);
  for (let t = 0; t < n; t++) squares[t + 1] = squares[t]! + apart[t]! ** 2;
  const lags = Math.min(Math.ceil(Math.sqrt(n)) + lagsOf(n), n - 2);
  const covariances = new Float64Array(lags + 1);
  const correlations = new Float64Array(lags + 1);
  for (let k = 0; k <= lags; k++) {
    let sum = 0;
    for (let t = k; t < n; t++) sum += apart[t]! * apart[t - k]!;
    covariances[k] = sum / n;
    correlations[k] = Math.abs(sum) / Math.sqrt((squares[n]! - squares[k + 1]!) * squares[n - k - 1]!);
  }
  return { covariances, correlations };
}

/** The first lag after which a run of this length is within two errors of zero; null when there is none. */
function quietFrom(correlations: Float64Array, n: number): number | null {
  const run = lagsOf(n);
  const limit = 2 * Math.sqrt(Math.log10(n) / n);
  let small = 0;
  for (let k = 0; k < correlations.length - 1; k++) {
    small = correlations[k]! < limit ? small + 1 : 0;
    if (small >= run) return k + 1 - run;
  }
  return null;
}
