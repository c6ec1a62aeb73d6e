import type { Report, Sentence } from './schema.ts';

type Changed = Pick<Report, 'changes' | 'front'>;

/** Most changes on a front page; the rest are counted. */
export const changesShown = 8;

/** What is said of the changes, for a front page. */
export interface ShownChanges {
  /** The most material changes. */
  readonly first: readonly Sentence[];
  readonly more: readonly Sentence[];
  /** What is said beside them: that there is none, or what cannot be known. */
  readonly beside: readonly Sentence[];
}

/** The changes of a report, the most material first. Reports from before they had kinds keep them as sentences alone. */
export function shownChanges({ changes, front }: Changed): ShownChanges {
  const isTyped = changes.length > 0;
  const all = isTyped ? changes.map(({ sentence }) => sentence) : front.changes.items;
  return {
    first: all.slice(0, changesShown),
    more: all.slice(changesShown),
    beside: isTyped ? front.changes.items : [],
  };
}

/** The first of them in one list, with a line that counts the rest. */
export function firstChanges(report: Changed): readonly Sentence[] {
  const { first, more, beside } = shownChanges(report);
  return [...first, ...changesCounted(more.length), ...beside];
}

/** A line that counts the changes that are not shown, and says where they are; none where all are. */
export const changesCounted = (count: number, where = 'on the page'): readonly Sentence[] =>
  count === 0 ? [] : [{ parts: [`And ${count} more ${where}.`], figures: [] }];

/** Every sentence on what changed since the session before, in order. */
export function changeSentences(report: Changed): readonly Sentence[] {
  const { first, more, beside } = shownChanges(report);
  return [...first, ...more, ...beside];
}
