/**
 * Index return over T years at which a daily-reset fund is flat: `exp((beta - 1) sigma^2 T / 2 + c T / beta) - 1`, a
 * fraction; for beta 3 `exp(sigma^2 T + c T / 3) - 1`.
 *
 * @param sigma fraction a year
 * @param cost what the fund costs a year, c, a fraction; 0 for a fund without costs
 */
export const breakeven = (sigma: number, years: number, beta: number, cost = 0): number =>
  Math.exp(((beta - 1) / 2) * sigma ** 2 * years + (cost * years) / beta) - 1;
