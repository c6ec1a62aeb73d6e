import type { Filings } from './filings.ts';
import type { Holdings } from './holdings.ts';

/** What companies and funds say of themselves, beside prices and macro series. */
export interface Disclosures {
  /** By symbol. */
  readonly filings: ReadonlyMap<string, Filings>;
  /** By the fund's symbol. */
  readonly holdings: ReadonlyMap<string, Holdings>;
}

/** Where nobody was asked: a folder of prices has none. */
export const noDisclosures: Disclosures = { filings: new Map(), holdings: new Map() };
