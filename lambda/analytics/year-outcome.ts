import { dragMultiple } from './variance-drag.ts';

/**
 * Return after one year of a daily-reset fund without costs, given the index's return R and volatility sigma:
 * `(1 + R)^beta exp(-beta (beta - 1) sigma^2 / 2) - 1`. All fractions. The table that fund prospectuses print.
 * Source: M. Avellaneda and S. Zhang (2010); Direxion and ProShares prospectuses, "estimated fund returns".
 */
export const yearOutcome = (indexReturn: number, sigma: number, beta: number): number =>
  (1 + indexReturn) ** beta * Math.exp(-dragMultiple(beta) * sigma ** 2) - 1;
