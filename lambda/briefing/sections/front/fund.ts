import type { LeveragedFund } from '../../../editions/edition.ts';
import type { Sentence } from '../../../report/schema.ts';
import { formatShortDate } from '../../words/date.ts';
import { multiple } from '../../words/multiple.ts';
import { join, naming, type Piece, say, type Words } from '../../words/sentence.ts';
import { contributed, earned, moved } from '../../words/verbs.ts';

/**
 * What the fund made over 21 sessions beside its multiple of the underlying, with the gap's two parts: its day is in the
 * verdict. Where that cannot be said, its day, or why it has none.
 */
export function fundSentence(words: Words, fund: LeveragedFund, underlying: string): Sentence {
  const { symbol } = fund;
  const month = gapSentence(words, fund, underlying, '21d', `Over 21 sessions ${symbol}`);
  if (!words.known(`return.${symbol}.1d`) || month === null)
    return join([fundDay(words, fund, underlying), ...(month === null ? [] : [month])], ' ')!;
  return month;
}

/** "TNA fell 2.30 %.", or why there is nothing to say of its day. */
export function fundDay(words: Words, fund: LeveragedFund, underlying: string): Sentence {
  const { symbol } = fund;
  const id = `return.${symbol}.1d`;
  const change = words.number(id);
  if (change === null)
    return (
      lateDay(words, fund, underlying) ??
      say`${symbol} has no return for the session: ${words.reason(id)}.` ??
      words.absent(`${symbol} has no return for the session.`, id)
    );
  const verb = moved(change);
  if (verb === 'closed unchanged') return words.chosen(`${symbol} ${verb}.`, id)!;
  return say`${symbol} ${verb} ${words.amount(id)}.`!;
}

/** "TNA has no bar of Jun 16, 2016: it closed at 7.75 on Jun 15, 2016, and three times IWM’s day is −19.41 %." */
function lateDay(words: Words, { symbol, beta }: LeveragedFund, underlying: string): Sentence | null {
  const id = `close.${symbol}.newest`;
  if (!words.known(id)) return null;
  const newest = say`${words.value(id)} on ${words.chosen(formatShortDate(words.book.get(id).asOf), id)}`;
  const aim = say`, and ${multiple(beta)} ${underlying}’s day is ${words.value(`target.${symbol}.1d.period`)}`;
  return naming('stale', say`${words.reason(id)}: it closed at ${newest}${aim ?? ''}.`);
}

/** "Over 21 sessions it made 0.41 % while three times IWM was 1.67 %: compounding took 0.48 points, costs and tracking 0.77." */
export function gapSentence(
  words: Words,
  fund: LeveragedFund,
  underlying: string,
  window: string,
  opening: string,
): Sentence | null {
  const { symbol, beta } = fund;
  const target = `target.${symbol}.${window}.period`;
  const parts = gapParts(words, symbol, window);
  const aim = words.number(target);
  if (aim === null) return null;
  const beyond = aim < -1 ? words.chosen(', more than a fund can lose', target) : '';
  return say`${opening} ${earnedPhrase(words, `return.${symbol}.${window}`)} while ${multiple(beta)} ${underlying} was ${words.level(target)}${beyond}: ${parts}.`;
}

/** "compounding took 0.48 points, costs and tracking 0.77". */
export function gapParts(words: Words, symbol: string, window: string): Sentence | null {
  const ids = [`gap.${symbol}.${window}.compounding`, `gap.${symbol}.${window}.cost`] as const;
  const compounding = words.number(ids[0]);
  const cost = words.number(ids[1]);
  if (compounding === null || cost === null) return null;
  const first = contributed(compounding);
  const second = contributed(cost);
  return join(
    [
      partPhrase(words, 'compounding', ids[0], first, true),
      partPhrase(
        words,
        'costs and tracking',
        ids[1],
        second === first ? null : second,
        first === 'changed nothing',
      ),
    ],
    ', ',
  );
}

function partPhrase(words: Words, name: string, id: string, verb: string | null, unit: boolean): Piece {
  if (verb === 'changed nothing') return words.chosen(`${name} ${verb}`, id);
  const amount = unit ? words.amount(id) : words.bare(id);
  return say`${name}${verb === null ? '' : ` ${verb}`} ${amount}`;
}

/** "made 0.41 %", "lost 12.10 %", "was unchanged". */
export function earnedPhrase(words: Words, id: string): Sentence | null {
  const change = words.number(id);
  if (change === null) return null;
  const verb = earned(change);
  return verb === 'was unchanged' ? words.chosen(verb, id) : say`${verb} ${words.amount(id)}`;
}
