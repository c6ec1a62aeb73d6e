import { plural } from '../../../counted.ts';
import { riskRule } from '../../../figures/levels/risk-rule.ts';
import type { Absence, Prose } from '../../../report/schema.ts';
import type { Context } from '../../context.ts';
import { said, say } from '../../words/sentence.ts';
import { hasStop } from './stops.ts';

/** How many shares lose a stated amount at the stop: a rate to be scaled, and no one's account. */
export function size({ edition, words }: Context): Prose | Absence {
  const { symbol } = edition.fund;
  const of = (name: string) => `size.${symbol}.${name}`;
  const title = 'Size for a stated risk';
  const id = 'levels.size';
  if (!words.known(of('shares')))
    return { kind: 'absence', id, title, reason: words.why(of('shares')) ?? 'not computable' };
  if (!hasStop(words, symbol))
    return {
      kind: 'absence',
      id,
      title,
      reason: `A stop of ${riskRule.stopRanges} ATR lies too far from the close of ${symbol} to size by.`,
    };
  const shares = say`${words.value(of('shares'))} ${plural(words.number(of('shares')) ?? 0, 'share')}`;
  const sentences = said([
    say`With a stop ${String(riskRule.stopRanges)} ATR below the close, ${words.value(`stop.${symbol}.atr2`)}, ${words.value(of('budget'))} at risk are ${shares} of ${symbol}, or ${words.value(of('notional'))}; next session they move like ${words.value(of('exposure'))} of ${edition.underlying}.`,
    say`A rule of arithmetic, not advice: it scales with the sum at risk, and a gap through the stop loses more.`,
  ]);
  return { kind: 'prose', id, title, form: 'paragraph', sentences };
}
