/** What a fund held on one day, by kind: sectors of shares, or swaps, funds and cash. */
export interface Holdings {
  readonly fund: string;
  /** The day that the list is of, as its publisher says. */
  readonly asOf: string;
  /** Share of the fund's net assets by kind, a fraction; largest first. Of a leveraged fund they add up to over one. */
  readonly weights: ReadonlyMap<string, number>;
}
