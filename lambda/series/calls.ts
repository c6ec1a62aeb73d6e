/** What a published revision said of its session, as the record of calls keeps it. */
export interface PastCall {
  readonly session: string;
  /** 1 where the one side led, -1 where the other, 0 where neither; null without a score. */
  readonly side: 1 | 0 | -1 | null;
  /** Of its record, on which every later record rests. */
  readonly hash?: string;
}

/** State of the record of calls: sound, empty, or broken at a revision. */
export type ChainState =
  | { readonly kind: 'intact' }
  | { readonly kind: 'none yet' }
  | { readonly kind: 'broken'; readonly session: string; readonly revision: number };

/** What the record says to the sessions after the first in it: of each the first revision that was published in time. */
export interface PastCalls {
  readonly chain: ChainState;
  /** Ascending. Calls of a session count for nothing until the next. */
  readonly calls: readonly PastCall[];
}

/** Where nothing was published before. */
export const noCalls: PastCalls = { chain: { kind: 'none yet' }, calls: [] };
