import type { Claim } from '../claim.ts';
import { companies } from './companies.ts';
import { economy, rates } from './economy.ts';
import { fund } from './fund.ts';
import { leadership } from './leadership.ts';
import { trading } from './trading.ts';

/**
 * The claims of the article that the briefing grew from, each with the number that it is held to. Limits and reasons:
 * docs/methods/claims.md.
 */
export const claims: readonly Claim[] = [
  ...leadership,
  ...companies,
  ...economy,
  ...rates,
  ...fund,
  ...trading,
].toSorted((one, other) => (one.number < other.number ? -1 : 1));
