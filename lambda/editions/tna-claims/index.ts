import type { Claim } from '../claim.ts';
import { companiesClaims } from './companies.ts';
import { economyClaims, ratesClaims } from './economy.ts';
import { fundClaims } from './fund.ts';
import { leadershipClaims } from './leadership.ts';
import { tradingClaims } from './trading.ts';

/**
 * The claims of the article that the briefing grew from, each with the number that it is held to. Limits and reasons:
 * docs/methods/claims.md.
 */
export const tnaClaims: readonly Claim[] = [
  ...leadershipClaims,
  ...companiesClaims,
  ...economyClaims,
  ...ratesClaims,
  ...fundClaims,
  ...tradingClaims,
].toSorted((one, other) => (one.number < other.number ? -1 : 1));
