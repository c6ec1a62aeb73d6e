import { plural } from '../../../counted.ts';
import type { Absence, Prose } from '../../report.ts';
import { said, say } from '../../words/sentence.ts';
import type { Context } from '../context.ts';

/** What hedging the sized position with puts on IWM would take, by a model that says what it assumes. */
export function hedge({ edition, words, book }: Context): Prose | Absence {
  const { underlying, fund } = edition;
  const id = 'levels.hedge';
  const title = `Hedge with ${underlying} puts (a model, not a quote)`;
  const of = (name: string) => `hedge.${underlying}.${name}`;
  const count = `hedge.${fund.symbol}.contracts`;
  if (!words.known(count))
    return { kind: 'absence', id, title, reason: book.get(count).reason ?? 'not computable' };
  const volatility = words.chosen(
    book.get(of('volatility')).status === 'proxy' ? 'realised, as a proxy for RVX' : 'RVX',
    of('volatility'),
  );
  const sentences = said([
    say`A put on ${underlying} struck at ${words.value(of('strike'))}, 5 % below the close, with ${words.value(of('days'))} days to run is worth ${words.value(of('put.price'))} a share by Black–Scholes–Merton, ${words.value(of('put.cost'))} a contract, with a delta of ${words.value(of('put.delta'))}.`,
    words.number(count) === 0
      ? say`One contract already covers more than the delta of the position sized above, so the nearest whole number is none.`
      : say`To offset the delta of the position sized above takes ${words.value(count)} ${plural(words.number(count)!, 'contract')}: ${words.value(`hedge.${fund.symbol}.cost`)}, ${words.value(`hedge.${fund.symbol}.costshare`)} of the position.`,
    say`Assumed: volatility ${words.value(of('volatility'))} (${volatility}), interest ${words.value(of('rate'))} (three-month Treasury), dividends ${words.value(`yield.${underlying}.1y`)} (the last year’s), one volatility for every strike, European exercise.`,
    say`Puts below the market usually cost more than this; the delta holds for a small move, today.`,
  ]);
  return { kind: 'prose', id, title, form: 'paragraph', sentences };
}
