import type { FigureBook } from '../figures/book.ts';
import type { Change, Sentence } from '../report/schema.ts';
import { hasReason } from '../series/reason.ts';
import type { ChangeKind, Difference } from './changes/kind.ts';
import { kinds } from './changes/kinds/index.ts';
import { isPrintedAlike } from './changes/printed-alike.ts';
import type { TwoSessions } from './changes/sessions.ts';
import { carriedId, said, say, type Words } from './words/sentence.ts';

/** A change as its rule found it, and the rule. */
interface FoundChange extends Difference {
  readonly of: ChangeKind;
}

/** Kinds that do not rest on the session's own prices: they are possible for a session without. */
const withoutPrices: readonly Change['kind'][] = [
  'alarm',
  'data',
  'revised',
  'reading',
  'target',
  'schedule',
];

/**
 * What changed since the session before, by the rules of the kinds, the most material first. Rules compare figures and codes;
 * a change whose values are printed alike is none.
 */
export function findChanges(of: TwoSessions): readonly FoundChange[] {
  if (isFirst(of)) return [];
  const isKnown = of.now.get(todayOf(of)).value !== null;
  return kinds
    .filter(({ kind }) => isKnown || withoutPrices.includes(kind))
    .flatMap((kind) =>
      kind
        .find(of)
        .filter((found) => kind.evenAlike === true || !isAlike(of, found))
        .map((found) => ({ ...found, of: kind })),
    );
}

/** Whether all that changed is the same in print. What is no figure, as a status of a section, is compared as it is. */
function isAlike({ now, before }: TwoSessions, { ids, ...values }: Difference): boolean {
  return ids.every((id, i) => {
    const [today, then] = [now.find(id), before.find(id)];
    const isValue = today?.value === values.now[i] && then?.value === values.before[i];
    return today !== undefined && then !== undefined && isValue
      ? isPrintedAlike(id, today, then)
      : values.now[i] === values.before[i];
  });
}

const todayOf = ({ edition }: TwoSessions): string => `return.${edition.underlying}.1d`;

/** The data begin with the session itself. */
const isFirst = ({ before, edition }: TwoSessions): boolean =>
  hasReason(before.get(`return.${edition.underlying}.1d`).reasons, 'no-data');

/** Carries into `book` the figures of the session before that the sentences of these changes may show. */
export function carryChanged(book: FigureBook, changes: readonly FoundChange[], of: TwoSessions): void {
  for (const { quotes = [], of: kind } of changes) {
    const from = kind.kind === 'reading' || kind.kind === 'target' ? [of.reported, of.before] : [of.before];
    for (const id of quotes) {
      const figure = from.map((one) => one.find(id)).find((one) => one !== undefined);
      if (figure !== undefined && figure.value !== null && !book.has(carriedId(id)))
        book.copyFrom(carriedId(id), { ...figure, method: 'previous', inputs: [id] });
    }
  }
}

/** The changes with their sentences, as the report keeps them. */
export const changesInWords = (changes: readonly FoundChange[], words: Words, of: TwoSessions): Change[] =>
  changes.flatMap((change) => {
    const { ids, before, now, of: kind } = change;
    const sentence = kind.say(change, words, of.edition);
    if (sentence === null) return [];
    return [{ kind: kind.kind, ids: [...ids], before: [...before], now: [...now], sentence }];
  });

/** What is said beside the changes: that there is none, and what cannot be known of them. */
export function besideChanges(changes: readonly Change[], words: Words, of: TwoSessions): Sentence[] {
  if (isFirst(of)) return [words.absent('This is the first session of the data.')];
  const today = todayOf(of);
  if (!words.known(today)) {
    const what = changes.length === 0 ? 'What' : 'What else';
    return said([say`${what} changed cannot be said: ${words.reason(today)}.`]);
  }
  return [
    ...(changes.length === 0 ? [words.absent('Nothing material changed.')] : []),
    ...(of.published === null
      ? [words.absent('No earlier briefing is at hand, so revised data and moved dates are not shown.')]
      : []),
  ];
}
