/**
 * Index return over T years at which a daily-reset fund without costs is flat: `exp((beta - 1) sigma^2 T / 2) - 1`,
 * a fraction; for beta 3 `exp(sigma^2 T) - 1`. Sigma a fraction a year.
 */
export const breakeven = (sigma: number, years: number, beta: number): number =>
  Math.exp(((beta - 1) / 2) * sigma ** 2 * years) - 1;
