import type { Edition } from '../../editions/edition.ts';
import type { FigureBook } from '../../figures/book.ts';
import type { Change, Sentence } from '../../report/schema.ts';
import type { Words } from '../words/sentence.ts';
import { type TwoSessions, wordsOfBoth } from './sessions.ts';

export type ChangedValue = Change['now'][number];

/** A change as its rule finds it: codes and values, no words. */
export interface Difference {
  readonly ids: readonly string[];
  readonly before: readonly ChangedValue[];
  readonly now: readonly ChangedValue[];
  /** Figures of the session before that its sentence may show. */
  readonly quotes?: readonly string[];
  /** Of revisions: the series that were revised. */
  readonly series?: readonly string[];
}

/** One kind of change: the rule that finds it in the figures of two sessions, and its sentence. */
export interface ChangeKind {
  readonly kind: Change['kind'];
  /** Whether it is a change though its values are printed alike: it has a limit of its own, or is of another period. */
  readonly evenAlike?: true;
  readonly find: (of: TwoSessions) => readonly Difference[];
  /** Null when a figure that the sentence needs is missing. */
  readonly say: (found: Difference, words: Words, edition: Edition) => Sentence | null;
}

/** A change of these figures between the two books, whose sentence may show them as they were. */
export const between = (
  { now, before }: { readonly now: FigureBook; readonly before: FigureBook },
  ids: readonly string[],
  more: readonly string[] = [],
): Difference => ({
  ids,
  before: ids.map((id) => before.find(id)?.value ?? null),
  now: ids.map((id) => now.find(id)?.value ?? null),
  quotes: [...ids, ...more],
});

/** One change of those of these words that are known of both sessions and not the same; none without any. */
export function turned(of: TwoSessions, ids: readonly string[]): Difference[] {
  const found = ids.filter((id) => {
    const both = wordsOfBoth(of, id);
    return both !== null && both.now !== both.then;
  });
  return found.length === 0 ? [] : [{ ...between(of, found), quotes: [] }];
}
