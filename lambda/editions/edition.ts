import type { Claim } from './claim.ts';

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
  readonly basket: {
    readonly id: string;
    readonly name: string;
    /** As the label of a row. */
    readonly label: string;
    /** In a sentence, after "the" or a sign: `mega-caps`. */
    readonly short: string;
    readonly members: readonly string[];
  };
  /** The market of the underlying, and the one that it is compared with. */
  readonly sides: { readonly own: Side; readonly other: Side };
  /** What the states of the rotation are called: the underlying's side leads, the other one, neither. */
  readonly states: { readonly own: string; readonly other: string; readonly none: string };
  /** What the components of the rotation score are read from. */
  readonly score: Readonly<Record<'momentum' | 'megacap' | 'breadth', ScorePart>> & {
    readonly credit: { readonly series: string; readonly label: string; readonly spoken: string };
  };
  /** What the underlying is compared with: `against` in excess returns too, `beside` in returns and ranks only. */
  readonly rivals: { readonly against: readonly string[]; readonly beside: readonly string[] };
  /** Groups of symbols that the table of styles and sectors shows, with their headings. */
  readonly shown: Partial<Readonly<Record<SymbolGroup, string>>>;
  /** The funds whose share above their averages is counted, and what they are called. */
  readonly breadth: { readonly groups: readonly SymbolGroup[]; readonly called: string };
  /** An index with equal weights against the index, and what the first is called; its pair is one of the map. */
  readonly equalWeights: { readonly pair: readonly [string, string]; readonly name: string };
  readonly gauge: { readonly title: string; readonly rows: readonly GaugeRow[] };
  /** What the gauge of enthusiasm for AI is read from: each first against second. */
  readonly enthusiasm: {
    readonly semiconductors: readonly [string, string];
    readonly megacap: readonly [string, string];
    readonly concentration: readonly [string, string];
  };
  /** The ledger of claims, and what only it is read from. */
  readonly claims: {
    /** The basket under an id that also covers the years before its youngest member: the substitute fund. */
    readonly leaders: { readonly id: string; readonly standIn: string };
    /** Sectors that live by the domestic economy, each held against the first rival. */
    readonly cyclicals: readonly string[];
    /** Pairs whose excess over 63 sessions is a figure for the ledger's sake alone. */
    readonly excesses: readonly (readonly [string, string])[];
    /** Claims of which those supported less those not are a figure, where at least this many can be computed. */
    readonly balance: { readonly id: string; readonly of: readonly string[]; readonly needed: number };
    readonly rows: readonly Claim[];
  };
  /** The trade-weighted dollar, and its substitute fund. */
  readonly dollar: { readonly series: string; readonly proxy: string };
  /** Net expense ratio of the underlying, fraction a year: the index of the fund's swaps does not bear it. */
  readonly underlyingExpense: number;
  /** Volatility indices of the scorecard, in its order. */
  readonly volatilityIndices: readonly VolatilityIndex[];
  /** The one that option prices on the underlying make. */
  readonly volatility: VolatilityIndex;
  /** The reconstitution of the indices behind the underlying; null where its days are not kept here. */
  readonly reconstitution: Reconstitution | null;
  /** Attributions of indices, each said where one of its symbols is used. */
  readonly marks: { readonly volatility: SymbolMark; readonly indices: SymbolMark };
  readonly macro: readonly MacroSpec[];
  /** Macro series that are the difference of two others, in their unit: they must agree. */
  readonly differences: readonly {
    readonly series: string;
    readonly first: string;
    readonly less: string;
    readonly within: number;
  }[];
  /** Companies whose filings are followed, each by its number at the SEC; without any what rests on them is left out. */
  readonly filers: readonly { readonly symbol: string; readonly cik: number }[];
  /** Splits of the funds whose prices are shown in dollars. */
  readonly splits: readonly Split[];
  /** Funds whose own lists of holdings are followed; what rests on the list of another is left out. */
  readonly holdings: readonly string[];
  /** Funds whose own price over earnings is shown, as their publisher gives it, and the market that each tracks. */
  readonly valued: readonly { readonly fund: string; readonly name: string }[];
}

/** A side of the rotation: `small caps`, `small-cap` before a noun, `small` in ids. */
export interface Side {
  readonly id: string;
  readonly plural: string;
  readonly adjective: string;
}

/** A component of the score: the first of the pair against the second; what a chart and a sentence call it. */
export interface ScorePart {
  readonly pair: readonly [string, string];
  readonly label: string;
  readonly spoken: string;
}

/** A row of the gauge: the first of the pair against the second, and whose 52-week high is shown; null for no one's. */
export interface GaugeRow {
  readonly label: string;
  readonly hint: string;
  readonly pair: readonly [string, string];
  readonly high: string | null;
}

export interface VolatilityIndex extends Required<Scale> {
  /** In the ids of its figures, `macro.ID`. */
  readonly id: string;
  readonly name: string;
  readonly symbol: string;
  /** FRED's series of its closes. */
  readonly series: string;
}

/** Days after whose close indices are reconstituted, so that funds on them trade their changes at that close. */
export interface Reconstitution {
  /** In a sentence: `the Russell indices`. */
  readonly indices: string;
  /** In the calendar: `Russell reconstitution`. */
  readonly name: string;
  /** Who announces it. */
  readonly publisher: string;
  /** The `nth` weekday of a month, 5 is Friday, in every year from one on. */
  readonly days: readonly {
    readonly month: number;
    readonly weekday: 1 | 2 | 3 | 4 | 5;
    readonly nth: number;
    readonly from: number;
  }[];
}

export interface SymbolMark {
  readonly symbols: readonly string[];
  readonly words: string;
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
  /** Whether a fund holds the whole market, or a size or a style of it: it goes with the required ones, as a sector need not. */
  readonly isBroad?: true;
}

/** When an observation counts as known, where no vintage and no publication day says it. */
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

/** What values a series can have, in its publisher's unit. */
export interface Scale {
  readonly range?: readonly [least: number, most: number];
  /** Largest step from one value to the next, up or down: the larger value over the less, or their difference. */
  readonly step?: { readonly kind: 'ratio' | 'difference'; readonly most: number };
}

export interface MacroSpec extends Scale {
  readonly series: string;
  readonly name: string;
  readonly frequency: 'daily' | 'weekly' | 'monthly' | 'quarterly';
  /** ISO weekday that a weekly series is stamped with: 5 is Friday. */
  readonly weekday?: 5 | 6;
  readonly lag: Lag;
  /** The publisher's unit: `percent`, `index`, `thousands`, `persons`, `usd millions`, `usd billions`. */
  readonly unit: string;
  /** Who publishes it, for the sources page. */
  readonly publisher: string;
}
