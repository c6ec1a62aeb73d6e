/** What each reason has to say besides its code. Dates are `YYYY-MM-DD`; a `subject` is a series that it is about. */
interface Parameters {
  // Prices
  readonly 'no-bar': Subject & { readonly session: string };
  readonly 'no-data': Subject & { readonly by?: string };
  readonly 'not-used': Partial<Subject> & { readonly why: string };
  readonly 'stands-in': Subject & { readonly replaces: string };
  readonly 'adjusted-only': Subject;
  readonly 'no-range': Subject;
  readonly 'no-volume': Subject;
  readonly 'price-return': Subject;
  readonly 'price-only': None;
  readonly 'price-returns': { readonly of: readonly string[] };
  readonly 'no-returns': { readonly of: readonly string[]; readonly window: string };
  readonly 'source-marks': Subject & { readonly status: string };
  readonly 'did-not-move': Partial<Subject> & { readonly before?: boolean };
  // How a source serves a session
  readonly begins: { readonly on: string | undefined };
  readonly 'session-absent': None;
  readonly 'bar-late': { readonly newest: string; readonly sessions: number };
  readonly 'no-value-by-session': None;
  readonly 'newest-by-session': { readonly date: string; readonly isMonth: boolean };
  readonly 'none-filed': None;
  readonly 'quarter-ended': { readonly end: string };
  readonly 'list-of': { readonly date: string; readonly isLater: boolean };
  readonly 'quote-of': { readonly date: string };
  readonly 'collected-later': { readonly day: string };
  readonly 'collected-before': { readonly day: string };
  readonly 'calendar-ends': { readonly day: string };
  readonly 'announced-until': { readonly day: string };
  // Windows and counts
  readonly 'too-short': { readonly needed: number; readonly has: number; readonly of: string };
  readonly 'too-young': Subject & { readonly and?: string; readonly window: string };
  readonly 'few-windows': { readonly apart: number; readonly needed: number };
  readonly 'few-spans': { readonly apart: number; readonly sessions: number; readonly needed: number };
  readonly 'few-calls': { readonly apart: number; readonly needed: number };
  readonly 'few-cases-apart': { readonly needed: number };
  readonly 'few-days': { readonly days: number; readonly needed: number };
  readonly 'few-cases': { readonly cases: number; readonly of: string; readonly needed: number };
  readonly 'few-funds': { readonly there: number; readonly of: number; readonly sessions: number };
  readonly 'few-years': { readonly years: number; readonly begins: string | undefined };
  readonly 'no-readings': None;
  readonly 'no-ratio': None;
  readonly 'broken-weeks': { readonly weeks: number; readonly subject: string; readonly and: string };
  readonly 'below-zero': None;
  // Macro series
  readonly none: Subject;
  readonly 'no-value-known': Subject & { readonly session: string };
  readonly 'no-value-of': Subject & { readonly date: string; readonly isMonth: boolean };
  readonly 'no-value-needed': Subject;
  readonly newest: Subject & { readonly date: string; readonly isMonth: boolean };
  readonly 'newest-too-old': Subject & { readonly date: string; readonly days: number };
  readonly 'never-published': { readonly month: string };
  readonly 'no-reading': { readonly month: string };
  readonly 'no-earlier-reading': Subject;
  readonly 'previous-of': { readonly hole: Reason; readonly month: string };
  readonly 'not-neighbours': { readonly why: Reason };
  readonly 'usually-out': { readonly day: string };
  readonly 'published-on': { readonly day: string };
  readonly 'before-decision': None;
  readonly 'not-after-decision': Subject & { readonly date: string; readonly decision: string };
  readonly 'no-target-after-decision': None;
  readonly 'target-before-decision': { readonly date: string; readonly decision: string };
  readonly 'no-yield-or-target': None;
  readonly 'no-core-cpi-before': None;
  readonly 'not-computable': None;
  // The rotation score
  readonly 'young-score': { readonly sessions: number };
  readonly 'score-short': { readonly present: number; readonly needed: number };
  readonly without: { readonly parts: readonly string[] };
  readonly 'no-variation': None;
  readonly 'no-state': None;
  readonly 'first-state': None;
  // Expected moves, hedge and fund
  readonly 'volatility-of-before': {
    readonly name: string;
    readonly date: string;
    readonly session: string;
  };
  readonly 'realised-volatility': { readonly name: string };
  readonly 'out-of-reach': Subject;
  readonly 'low-strike': None;
  readonly 'no-delta': None;
  readonly 'no-position': None;
  readonly 'no-dividends': Subject;
  readonly 'nothing-left': None;
  // Depth
  readonly 'takes-all': None;
  readonly 'no-rate-of': { readonly series: readonly string[]; readonly date: string | undefined };
  readonly 'no-turn': { readonly ordinal: string; readonly side: string };
  readonly 'no-open-gap': { readonly side: string };
  readonly 'no-gauge-before': { readonly sessions: number };
  // Claims
  readonly 'same-verdict': { readonly sessions: number };
  readonly 'no-past': { readonly ids: readonly string[] };
  readonly 'no-figure': { readonly id: string };
  /** What an edition itself says of a claim. */
  readonly 'edition-says': { readonly words: string };
  readonly 'few-verdicts': { readonly computable: number; readonly of: number; readonly needed: number };
  // Disclosures and calendars
  readonly 'no-quarter': Subject;
  readonly 'quarter-old': Subject & { readonly end: string };
  readonly 'no-year-before': Subject;
  readonly 'no-shared-quarter': None;
  readonly 'shared-quarter-old': { readonly end: string };
  readonly 'holdings-of': Subject & { readonly date: string; readonly isLater: boolean };
  readonly 'no-swap': Subject;
  readonly 'no-filings': None;
  readonly 'no-results': None;
  readonly 'no-earnings': None;
  readonly 'splits-unknown': Subject;
  readonly 'ratios-of': Subject & { readonly date: string; readonly isLater: boolean };
  readonly 'days-known-from': { readonly days: string; readonly year: string; readonly from: string };
  readonly 'days-known-to': { readonly days: string; readonly to: string; readonly session: string };
  readonly 'nothing-scheduled': None;
  readonly 'schedule-ends': { readonly session: string };
  /** Words from outside the program or of a flag: shown, and never read by a rule. */
  readonly note: { readonly words: string };
}

type None = Readonly<Record<never, never>>;
interface Subject {
  readonly subject: string;
}

export type ReasonCode = keyof Parameters;

export type ReasonOf<Code extends ReasonCode> = Parameters[Code] & {
  readonly code: Code;
  /** The part of a whole that it is said of: a component of the rotation score. */
  readonly part?: string;
};

/**
 * Why a value is missing, late or a proxy. Rules decide by the code; `briefing/words/reasons.ts` has the words, which
 * are made where a report is written.
 */
export type Reason = { [Code in ReasonCode]: ReasonOf<Code> }[ReasonCode];

export const hasReason = (reasons: readonly Reason[] | undefined, code: ReasonCode): boolean =>
  reasons?.some((reason) => reason.code === code) ?? false;

const keys = new WeakMap<Reason, string>();

/** A text that two reasons share when they are the same. */
export function reasonKey(reason: Reason): string {
  let key = keys.get(reason);
  if (key === undefined) {
    key = JSON.stringify(reason);
    keys.set(reason, key);
  }
  return key;
}

/** Each reason once, in the order of the first. */
export const distinct = (reasons: readonly Reason[]): readonly Reason[] =>
  reasons.length < 2 ? reasons : [...new Map(reasons.map((one) => [reasonKey(one), one])).values()];
