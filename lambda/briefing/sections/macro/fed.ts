import type { Absence, Prose } from '../../../report/schema.ts';
import type { Context } from '../../context.ts';
import { firstOf, said, say, type Words } from '../../words/sentence.ts';

/** The target range, what the two-year yield says about it, and the next meeting. */
export function fed({ words }: Context): Prose | Absence {
  const sentences = said([target(words), policyGap(words), meeting(words), priced(words)]);
  const id = 'macro.fed';
  const title = 'The Fed';
  if (sentences.length === 0)
    return { kind: 'absence', id, title, reason: words.why('macro.fedfunds.upper') ?? 'no data' };
  return { kind: 'prose', id, title, form: 'paragraph', sentences };
}

const target = (words: Words) =>
  firstOf(
    say`The target for the federal funds rate is ${words.value('macro.fedfunds.lower')} to ${words.value('macro.fedfunds.upper')}${sinceLastMonth(words)}.`,
    say`The upper end of the target for the federal funds rate is ${words.value('macro.fedfunds.upper')}.`,
  );

function sinceLastMonth(words: Words) {
  const before = 'macro.fedfunds.upper.previous';
  if (!words.known(before)) return '';
  return words.number(before) === words.number('macro.fedfunds.upper')
    ? words.chosen(', as a month before', before)
    : say`; its upper end was ${words.value(before)} a month before`;
}

/** The yield's level and no more: a forecast of the next decisions would need its record. */
function policyGap(words: Words) {
  const id = 'macro.policygap';
  const gap = words.number(id);
  if (gap === null) return say`The policy gap is not computable: ${words.reason(id)}.`;
  const side = gap < 0 ? 'below' : 'above';
  return say`The two-year yield stands ${words.amount(id)} ${side} the middle of the target; it also holds a term premium.`;
}

/** What futures price after that meeting: a price, with a premium for risk in it, and no forecast of ours. */
function priced(words: Words) {
  const change = words.number('macro.priced.change');
  if (change === null) return null;
  return say`Federal funds futures price a rate of ${words.value('macro.priced')} after it, ${words.amount('macro.priced.change')} ${change < 0 ? 'below' : 'above'} the effective rate now.`;
}

function meeting(words: Words) {
  return say`The next scheduled meeting ends on ${words.value('macro.fomc.next')}, its statement at 14:00 New York time.`;
}
