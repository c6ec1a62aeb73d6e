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

/** How a report writes a state in a word: `broken at 2025-12-31 r1`. */
export const chainInWords = (chain: ChainState): string =>
  chain.kind === 'broken' ? `broken at ${chain.session} r${chain.revision}` : chain.kind;

const whole: readonly unknown[] = ['intact', 'none yet'] satisfies ChainState['kind'][];

/** Whether such a word names a break: only the two states without one are words of their own. */
export const isBrokenRecord = (word: unknown): word is string =>
  typeof word === 'string' && !whole.includes(word);

/** What the record says to the sessions after the first in it: of each the first revision that was published in time. */
export interface PastCalls {
  readonly chain: ChainState;
  /** Ascending. Calls of a session count for nothing until the next. */
  readonly calls: readonly PastCall[];
}

/** Where nothing was published before. */
export const noCalls: PastCalls = { chain: { kind: 'none yet' }, calls: [] };
