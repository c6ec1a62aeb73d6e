/** Growth from `base` to `value` at a yearly rate, a fraction: `(value / base)^(1 / years) - 1`. */
export const annualisedGrowth = (value: number, base: number, years: number): number =>
  (value / base) ** (1 / years) - 1;
