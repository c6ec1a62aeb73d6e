import type { Sentence } from '../../../report/schema.ts';
import { firstOf, say } from '../../words/sentence.ts';
import { stands } from '../../words/verbs.ts';
import type { Context } from '../context.ts';

/** IWM against its long average and its year's high, and what one standard deviation is. */
export function lead({ words, edition }: Context): Sentence | null {
  const { underlying, fund } = edition;
  const average = `close.${underlying}.vs200`;
  const high = `high52w.${underlying}.below`;
  const away = words.number(average);
  const side = away === null ? null : stands(away);
  const place =
    side === null
      ? null
      : side === 'at'
        ? words.chosen('at its 200-session average', average)
        : say`${words.amount(average)} ${side} its 200-session average`;
  const gain = say`${words.amount(high)} below its 52-week high`;
  const where = firstOf(
    say`${underlying} stands ${place} and ${gain}`,
    say`${underlying} stands ${place}`,
    say`${underlying} closed at ${words.value(`close.${underlying}`)}`,
  );
  const expected = say`one standard deviation next session is ${words.value(`expected.${underlying}.1d`)}, or ${words.value(`expected.${fund.symbol}.1d`)} for ${fund.symbol}`;
  return firstOf(say`${where}; ${expected}.`, say`${where}.`);
}
