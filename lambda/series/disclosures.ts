import type { Filings } from './filings.ts';
import type { Holdings } from './holdings.ts';

/** What companies and funds say of themselves, in addition to prices and macro series. */
export interface Disclosures {
  /** By symbol. */
  readonly filings: ReadonlyMap<string, Filings>;
  /** By the fund's symbol. */
  readonly holdings: ReadonlyMap<string, Holdings>;
}

/** For a source without disclosures, such as a folder of prices. */
export const noDisclosures: Disclosures = { filings: new Map(), holdings: new Map() };
