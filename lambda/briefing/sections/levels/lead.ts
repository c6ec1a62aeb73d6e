import type { Sentence } from '../../../report/schema.ts';
import type { Context } from '../../context.ts';
import { firstOf, say } from '../../words/sentence.ts';

/** How far it is from the close to the long average and to the year's high, and what one standard deviation is. */
export function levelsLead({ words, edition }: Context): Sentence | null {
  const { underlying, fund } = edition;
  const average = words.value(`distance.sma.${underlying}.200`);
  const high = words.value(`distance.high52w.${underlying}`);
  const where = firstOf(
    say`From ${underlying}’s close to its 200-session average it is ${average}, to its 52-week high ${high}`,
    say`From ${underlying}’s close to its 200-session average it is ${average}`,
    say`${underlying} closed at ${words.value(`close.${underlying}`)}`,
  );
  const expected = say`one standard deviation next session is ${words.value(`expected.${underlying}.1d`)}, or ${words.value(`expected.${fund.symbol}.1d`)} for ${fund.symbol}`;
  return firstOf(say`${where}; ${expected}.`, say`${where}.`);
}
