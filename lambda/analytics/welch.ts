/**
 * Welch's t of two samples, for means whose spreads differ: `(mean a - mean b) / sqrt(s²a/na + s²b/nb)`, s² the sample
 * variance. NaN where either has fewer than two values or nothing varies. Figures `event.*.t`.
 *
 * B. L. Welch, "The Generalization of 'Student's' Problem when Several Different Population Variances Are Involved",
 * Biometrika 34 (1947) 28-35.
 */
export function welchT(a: Float64Array, b: Float64Array): number {
  const [first, second] = [meanAndError(a), meanAndError(b)];
  return (first.mean - second.mean) / Math.sqrt(first.squaredError + second.squaredError);
}

function meanAndError(values: Float64Array): { readonly mean: number; readonly squaredError: number } {
  const n = values.length;
  let sum = 0;
  for (let i = 0; i < n; i++) sum += values[i]!;
  const mean = sum / n;
  let squares = 0;
  for (let i = 0; i < n; i++) squares += (values[i]! - mean) ** 2;
  return { mean, squaredError: squares / (n - 1) / n };
}
