import type { Filings } from './filings.ts';
import type { Holdings } from './holdings.ts';
import type { OptionsVolatility } from './options-volatility.ts';

/** What companies, funds and exchanges publish of the day, in addition to prices and macro series. */
export interface Disclosures {
  /** By symbol. */
  readonly filings: ReadonlyMap<string, Filings>;
  /** By the fund's symbol. */
  readonly holdings: ReadonlyMap<string, Holdings>;
  /** By symbol. */
  readonly options: ReadonlyMap<string, OptionsVolatility>;
}

/** For a source without disclosures, such as a folder of prices. */
export const noDisclosures: Disclosures = { filings: new Map(), holdings: new Map(), options: new Map() };
