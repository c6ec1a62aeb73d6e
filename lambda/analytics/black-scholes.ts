import { normalProbability } from './normal-distribution.ts';

/** A European option on an asset that pays a continuous yield. Rates continuously compounded, fractions a year. */
export interface OptionTerms {
  readonly spot: number;
  readonly strike: number;
  /** Years to expiry. */
  readonly years: number;
  readonly rate: number;
  readonly dividendYield: number;
  /** Standard deviation of log returns, fraction a year. */
  readonly volatility: number;
}

/** Price in the currency of the spot, and delta: the change of the price for a change of 1 in the spot. */
export interface OptionValue {
  readonly price: number;
  readonly delta: number;
}

/**
 * Black–Scholes–Merton value of a European put: `K e^{-rT} N(-d2) - S e^{-qT} N(-d1)`, delta `-e^{-qT} N(-d1)`.
 *
 * Black & Scholes, J. Political Economy 81 (1973); Merton, Bell J. Economics 4 (1973) for the yield. Figures
 * `hedge.IWM.put.price` and `hedge.IWM.put.delta`.
 *
 * @throws RangeError when spot, strike, years or volatility is not above zero
 * @example put({ spot: 42, strike: 40, years: 0.5, rate: 0.1, dividendYield: 0, volatility: 0.2 }).price // 0.8086 (Hull)
 */
export function put(terms: OptionTerms): OptionValue {
  const { d1, d2, carriedSpot, presentStrike, carry } = pieces(terms);
  return {
    price: presentStrike * normalProbability(-d2) - carriedSpot * normalProbability(-d1),
    delta: -carry * normalProbability(-d1),
  };
}

/** Black–Scholes–Merton value of a European call; see {@link put}. */
export function call(terms: OptionTerms): OptionValue {
  const { d1, d2, carriedSpot, presentStrike, carry } = pieces(terms);
  return {
    price: carriedSpot * normalProbability(d1) - presentStrike * normalProbability(d2),
    delta: carry * normalProbability(d1),
  };
}

function pieces({ spot, strike, years, rate, dividendYield, volatility }: OptionTerms) {
  for (const [name, value] of Object.entries({ spot, strike, years, volatility }))
    if (!(value > 0)) throw new RangeError(`an option needs ${name} above zero, not ${value}`);
  const spread = volatility * Math.sqrt(years);
  const d1 = (Math.log(spot / strike) + (rate - dividendYield + volatility ** 2 / 2) * years) / spread;
  const carry = Math.exp(-dividendYield * years);
  return {
    d1,
    d2: d1 - spread,
    carry,
    carriedSpot: spot * carry,
    presentStrike: strike * Math.exp(-rate * years),
  };
}
