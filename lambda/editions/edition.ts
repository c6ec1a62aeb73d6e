/** What a briefing is about. Data, no logic. */
export interface Edition {
  readonly id: string;
  readonly title: string;
  readonly fund: LeveragedFund;
  readonly inverse: LeveragedFund;
  readonly underlying: string;
  /** Series without which no ordinary briefing is published for a session. */
  readonly required: readonly string[];
  readonly symbols: readonly SymbolSpec[];
  /** Relative-strength pairs, first against second. */
  readonly pairs: readonly (readonly [string, string])[];
  /** The rotation map's subjects, each against the benchmark. */
  readonly map: { readonly benchmark: string; readonly subjects: readonly string[] };
  readonly basket: { readonly id: string; readonly name: string; readonly members: readonly string[] };
  readonly macro: readonly MacroSpec[];
  /** Macro series that are the difference of two others, in their unit: they must agree. */
  readonly differences: readonly {
    readonly series: string;
    readonly first: string;
    readonly less: string;
    readonly within: number;
  }[];
  /** Companies whose capital expenditure is followed, each by the number under which the SEC keeps its filings. */
  readonly filers: readonly { readonly symbol: string; readonly cik: number }[];
  /** Splits of the funds whose prices are shown in dollars. */
  readonly splits: readonly Split[];
  /** Funds whose own lists of holdings are followed. */
  readonly holdings: readonly string[];
}

/** A split of a fund's shares: from the day on, one becomes `ratio` of them. */
export interface Split {
  readonly symbol: string;
  /** First session on which the new shares trade, `YYYY-MM-DD`. */
  readonly exDate: string;
  readonly ratio: number;
}

export interface LeveragedFund {
  readonly symbol: string;
  readonly name: string;
  /** Daily objective as a multiple of the underlying's return: 3 or -3. */
  readonly beta: number;
  /** Net expense ratio, fraction a year, and the years it was published for. */
  readonly expenseRatio: number;
  readonly expenseRatioAsOf: string;
}

export type SymbolGroup =
  | 'fund'
  | 'small caps'
  | 'large caps'
  | 'style'
  | 'sector'
  | 'technology'
  | 'mega-cap'
  | 'credit and rates'
  | 'index';

export interface SymbolSpec {
  readonly symbol: string;
  readonly name: string;
  readonly group: SymbolGroup;
  readonly currency: 'usd' | 'index points';
  /** Symbols used as proxies when this one is absent; the proxy is named and marked. */
  readonly alternates?: readonly string[];
  /** The index that a fund follows one to one. */
  readonly follows?: string;
}

/** When an observation counts as known, where neither a vintage nor the table of publication days says it. */
export type Lag =
  /** The next Monday to Friday that is no federal holiday. */
  | { readonly kind: 'next business day' }
  /**
   * So many days after the period's last day: the date itself, the week's stamped day, the end of the month or the
   * quarter; with `offHolidays` one more where that would be a federal holiday.
   */
  | { readonly kind: 'days'; readonly days: number; readonly offHolidays?: true }
  /** A day of the month that the observation is about. */
  | { readonly kind: 'day of the month'; readonly day: number }
  /** The Fed's target: on the day from which it is in force, and on the day before when that is one of decision. */
  | { readonly kind: 'announced' };

export interface MacroSpec {
  readonly series: string;
  readonly name: string;
  readonly frequency: 'daily' | 'weekly' | 'monthly' | 'quarterly';
  /** ISO weekday that a weekly series is stamped with: 5 is Friday. */
  readonly weekday?: 5 | 6;
  readonly lag: Lag;
  /** The publisher's unit: `percent`, `index`, `thousands`, `persons`, `usd millions`, `usd billions`. */
  readonly unit: string;
  /** Least and largest value that it can have, in that unit. */
  readonly range?: readonly [least: number, most: number];
  /** Who publishes it, for the sources page. */
  readonly publisher: string;
}
