import type { Filings } from './filings.ts';
import type { FundValuation } from './fund-valuation.ts';
import type { FundsFuture } from './funds-future.ts';
import type { Holdings } from './holdings.ts';
import type { OptionsVolatility } from './options-volatility.ts';
import type { Results } from './results.ts';

/** What companies, funds and exchanges publish of the day, in addition to prices and macro series. */
export interface Disclosures {
  /** Capital expenditure, by symbol. */
  readonly filings: ReadonlyMap<string, Filings>;
  /** Net income, by symbol. */
  readonly income: ReadonlyMap<string, Filings>;
  /** Weighted diluted shares, by symbol. */
  readonly shares: ReadonlyMap<string, Filings>;
  readonly results: ReadonlyMap<string, Results>;
  /** By the fund's symbol. */
  readonly holdings: ReadonlyMap<string, Holdings>;
  /** By the fund's symbol. */
  readonly valuations: ReadonlyMap<string, FundValuation>;
  readonly options: ReadonlyMap<string, OptionsVolatility>;
  /** Contracts on the federal funds rate, by month. */
  readonly futures: ReadonlyMap<string, FundsFuture>;
}

/** For a source without disclosures, such as a folder of prices. */
export const noDisclosures: Disclosures = {
  filings: new Map(),
  income: new Map(),
  shares: new Map(),
  results: new Map(),
  holdings: new Map(),
  valuations: new Map(),
  options: new Map(),
  futures: new Map(),
};
