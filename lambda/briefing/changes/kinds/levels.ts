import { sessionsBetween } from '../../../calendar/nyse.ts';
import { hasReason } from '../../../series/reason.ts';
import { formatShortDate } from '../../words/date.ts';
import { carriedId, firstOf, say, type Words } from '../../words/sentence.ts';
import type { ChangeKind, Difference } from '../kind.ts';
import { isPrintedAlike } from '../printed-alike.ts';
import { numberOf, type TwoSessions, wordOf } from '../sessions.ts';

/** Sessions in which a gap is looked for. */
const gapSessions = 252;

/** A close beyond the nearest level of the evening before at which the underlying turned; a gap of that evening that filled. */
export const levelKind: ChangeKind = {
  kind: 'level',
  evenAlike: true,
  find: (of) => [...turns(of), ...gaps(of)],
  say: ({ ids: [id = ''] }, words, { underlying }) =>
    id.startsWith('swing.')
      ? swingSentence(words, underlying, id)
      : say`${underlying} fills the gap at ${words.carried(id)}, open since ${shortDay(words, `${id}.date`)}.`,
};

function swingSentence(words: Words, underlying: string, id: string) {
  const side = words.chosen(id.endsWith('.s1') ? 'below' : 'above', `close.${underlying}`);
  const closes = say`${underlying} closes ${side} ${words.carried(id)}`;
  const touches = words.number(carriedId(`${id}.touches`)) ?? 0;
  return firstOf(
    touches > 1
      ? say`${closes}, where it had turned ${timesOf(words, carriedId(`${id}.touches`), touches)} in a year.`
      : null,
    say`${closes}, where it had turned on ${shortDay(words, `${id}.last`)}.`,
  );
}

const timesOf = (words: Words, id: string, count: number) =>
  count === 2 ? { parts: [{ figure: id, text: 'twice' }], figures: [id] } : say`${words.cardinal(id)} times`;

function shortDay(words: Words, id: string) {
  const date = words.word(carriedId(id));
  const shown = carriedId(id);
  return date === null ? null : { parts: [{ figure: shown, text: formatShortDate(date) }], figures: [shown] };
}

/** The level of the evening before, and the close that went through it. */
function through({ edition, now, before }: TwoSessions, id: string, more: readonly string[]): Difference {
  const close = `close.${edition.underlying}`;
  return {
    ids: [id, close],
    before: [numberOf(before, id), numberOf(before, close)],
    now: [numberOf(now, id), numberOf(now, close)],
    quotes: [id, ...more],
  };
}

function turns(of: TwoSessions): Difference[] {
  const { edition, now, before } = of;
  const close = `close.${edition.underlying}`;
  return (['s1', 'r1'] as const).flatMap((side) => {
    const id = `swing.${edition.underlying}.${side}`;
    const [price, turn] = [numberOf(now, close), numberOf(before, id)];
    if (price === null || turn === null || (side === 's1' ? price >= turn : price <= turn)) return [];
    if (isPrintedAlike(close, now.get(close), before.get(id))) return [];
    return [through(of, id, [`${id}.touches`, `${id}.last`])];
  });
}

/**
 * The nearest gap of the evening before that is no longer there, though it is young enough: those further away are still open
 * while it is.
 */
function gaps(of: TwoSessions): Difference[] {
  const { edition, header, now, before } = of;
  return (['below', 'above'] as const).flatMap((side) => {
    const id = `unfilled.${edition.underlying}.${side}`;
    const [then, since] = [numberOf(before, id), wordOf(before, `${id}.date`)];
    const left = now.find(id);
    if (then === null || since === null || left === undefined) return [];
    const isGone = left.value === null && hasReason(left.reasons, 'no-open-gap');
    const isFurther =
      typeof left.value === 'number' && (side === 'below' ? left.value < then : left.value > then);
    if (!isGone && !isFurther) return [];
    const isYoung = sessionsBetween(since, header.session).length <= gapSessions;
    return isYoung ? [through(of, id, [`${id}.date`])] : [];
  });
}
