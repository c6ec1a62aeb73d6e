import { plural } from '../../../counted.ts';
import { riskRule } from '../../../figures/levels/risk-rule.ts';
import type { Absence, Prose } from '../../../report/schema.ts';
import { said, say } from '../../words/sentence.ts';
import type { Context } from '../context.ts';

/** The position that the risk rule gives, with its assumptions. */
export function size({ edition, words }: Context): Prose | Absence {
  const { symbol } = edition.fund;
  const of = (name: string) => `size.${symbol}.${name}`;
  const title = 'Position size by a risk budget';
  const id = 'levels.size';
  if (!words.known(of('shares')))
    return { kind: 'absence', id, title, reason: words.why(of('shares')) ?? 'not computable' };
  const shares = say`${words.value(of('shares'))} ${plural(words.number(of('shares')) ?? 0, 'share')}`;
  const sentences = said([
    words.number(`stop.${symbol}.atr2`)! > 0
      ? say`An account of ${words.value(of('account'))} that risks ${words.value(of('budget'))} (1 %) at a stop ${String(riskRule.stopRanges)} ATR below the close, ${words.value(`stop.${symbol}.atr2`)}, holds ${shares} of ${symbol}: ${words.value(of('notional'))}, ${words.value(of('weight'))} of the account.`
      : say`Two ATR are more than the price of ${symbol}, so its whole price is at risk: an account of ${words.value(of('account'))} that risks ${words.value(of('budget'))} (1 %) holds ${shares}, ${words.value(of('notional'))}.`,
    say`Next session it moves like ${words.value(of('exposure'))} of ${edition.underlying}.`,
    say`A rule of arithmetic under these assumptions, not advice; it scales with the account, and a gap through the stop loses more than the budget.`,
  ]);
  return { kind: 'prose', id, title, form: 'paragraph', sentences };
}
