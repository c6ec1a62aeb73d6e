import type { Bars } from '../../series/bars.ts';
import type { Filings } from '../../series/filings.ts';
import type { FundValuation } from '../../series/fund-valuation.ts';
import type { FundsFuture } from '../../series/funds-future.ts';
import type { Holdings } from '../../series/holdings.ts';
import type { Observations } from '../../series/observations.ts';
import type { OptionsVolatility } from '../../series/options-volatility.ts';
import type { Results } from '../../series/results.ts';
import type { ParsedEvents } from './events.ts';
import type { Irregularity } from './irregularities.ts';

/** What a parser gets beside the bytes. All of it is archived with them, so that a replay parses the same. */
export interface ParseContext {
  /** The series as the edition names it: `IWM`, `^RUT`, `DGS2`; of filings and holdings the symbol. */
  readonly series: string;
  /** When the payload was received, ISO 8601 UTC. */
  readonly fetchedAt: string;
}

/** `adjusted`: closes and dividend-adjusted closes. `price only`: no dividends, so returns are price returns. */
export type PriceBasis = 'adjusted' | 'price only';

export interface ParsedBars {
  readonly bars: Bars;
  readonly basis: PriceBasis;
  /** What looked wrong or was left out, each a sentence for the reader. */
  readonly complaints: readonly string[];
  /** The same where it is a matter of single days: a session shows only those up to it. */
  readonly irregularities?: readonly Irregularity[];
  /** How final the newest bar is. */
  readonly finality: 'provisional' | 'final';
}

type Parsed<Name extends string, Held> = { readonly [K in Name]: Held } & {
  readonly complaints: readonly string[];
};

export type ParsedObservations = Parsed<'observations', Observations>;
export type ParsedFilings = Parsed<'filings', Filings>;
export type ParsedHoldings = Parsed<'holdings', Holdings>;
export type ParsedResults = Parsed<'results', Results>;
export type ParsedValuation = Parsed<'valuation', FundValuation>;
export type ParsedFuture = Parsed<'future', FundsFuture>;
export type ParsedOptions = Parsed<'options', OptionsVolatility>;

/** What a payload of each kind of series holds. */
export interface ParsedByKind {
  readonly bars: ParsedBars;
  readonly macro: ParsedObservations;
  /** Capital expenditure. */
  readonly filings: ParsedFilings;
  /** Net income. */
  readonly income: ParsedFilings;
  /** Weighted diluted shares. */
  readonly shares: ParsedFilings;
  readonly results: ParsedResults;
  readonly holdings: ParsedHoldings;
  readonly valuation: ParsedValuation;
  readonly options: ParsedOptions;
  readonly futures: ParsedFuture;
  readonly events: ParsedEvents;
}

/** The first half of a payload's key. */
export type SeriesKind = keyof ParsedByKind;
