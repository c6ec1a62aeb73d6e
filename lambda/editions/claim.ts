/** What one claim on the edition's subject is held to. Data, no logic: `analytics/verdict.ts` has the rules. */
export interface Claim {
  /** Two digits: `01`. */
  readonly number: string;
  readonly title: string;
  /** What its verdict leads with, drawn over the last year; null of a claim that nothing measures. */
  readonly lead: Operand | null;
  readonly rule: Rule;
  /** Why these limits. */
  readonly why: string;
  /** Whether its inputs are a proxy for what the claim is about, and of what. */
  readonly proxy?: string;
  /** What it is held to instead on every session on which a count has reached a number; its inputs are no stand-ins. */
  readonly instead?: {
    readonly from: { readonly count: string; readonly atLeast: number };
    readonly lead: Operand;
    readonly rule: Rule;
  };
}

/** The id of a figure, or two of them together: a ratio, a difference, or how far a figure is from a number. */
export type Operand =
  | string
  | { readonly of: 'ratio' | 'difference'; readonly first: string; readonly second: string }
  | { readonly of: 'distance'; readonly first: string; readonly from: number };

/** A comparison of a number with a limit or with another figure, or that a word is this one. */
export type Test =
  | { readonly on: Operand; readonly is: '>' | '>=' | '<' | '<='; readonly limit: number | string }
  | { readonly on: string; readonly is: 'word' | 'not word'; readonly limit: string };

/** What is said of a claim; nothing else is. */
export type ClaimVerdict = 'supported' | 'mixed' | 'not supported' | 'not computable';

export type Rule =
  /** From this many tests passed it is supported, up to this many it is not. */
  | {
      readonly form: 'count';
      readonly tests: readonly Test[];
      readonly supported: number;
      readonly notSupported: number;
    }
  /** One number, at or beyond either limit; the larger of the two says which direction supports the claim. */
  | {
      readonly form: 'scale';
      readonly on: Operand;
      readonly supported: number;
      readonly notSupported: number;
    }
  /** The first of these of which all tests pass; `needs` names what must be there besides what they read. */
  | {
      readonly form: 'named';
      readonly cases: readonly { readonly verdict: ClaimVerdict; readonly tests: readonly Test[] }[];
      readonly needs?: readonly string[];
    }
  /** Nothing can be held to it: why. */
  | { readonly form: 'none'; readonly because: string };
