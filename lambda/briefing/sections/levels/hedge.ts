import { plural } from '../../../counted.ts';
import type { Absence, Prose, Sentence } from '../../../report/schema.ts';
import { naming, said, say, type Words } from '../../words/sentence.ts';
import type { Context } from '../context.ts';

/** What hedging the sized position with puts on IWM would take, by a model that says what it assumes. */
export function hedge({ edition, words, book }: Context): Prose | Absence {
  const { underlying, fund } = edition;
  const id = 'levels.hedge';
  const title = `Hedge with ${underlying} puts (a model, not a quote)`;
  const of = (name: string) => `hedge.${underlying}.${name}`;
  const count = `hedge.${fund.symbol}.contracts`;
  if (!words.known(count))
    return { kind: 'absence', id, title, reason: words.why(count) ?? 'not computable' };
  const { name } = edition.volatility;
  const volatility =
    book.get(of('volatility')).status === 'proxy'
      ? naming('proxy', words.chosen(`realised, as a proxy for ${name}`, of('volatility')))
      : words.chosen(name, of('volatility'));
  const put = (name: string) => words.value(`hedge.${fund.symbol}.${name}`);
  const contracts = (figure: string) =>
    say`${words.value(figure)} ${plural(words.number(figure) ?? 0, 'contract')}`;
  const sentences = said([
    say`A put on ${underlying} struck at ${words.value(of('strike'))}, 5 % below the close, with ${words.value(of('days'))} days to run is worth ${words.value(of('put.price'))} a share by Black–Scholes–Merton, ${words.value(of('put.cost'))} a contract, with a delta of ${words.value(of('put.delta'))}.`,
    words.number(count) === 0
      ? say`One contract already covers more than the delta of the position sized above, so the nearest whole number is none.`
      : say`To offset the delta of the position sized above takes ${contracts(count)}: ${put('cost')}, ${put('costshare')} of the position. That is neutral for a small move only: these are puts on ${put('covered')} of ${underlying}, the position moves like ${words.value(`size.${fund.symbol}.exposure`)} of it, and in a large fall they gain more than it loses.`,
    cover(words, fund.symbol),
    say`Assumed: volatility ${words.value(of('volatility'))} (${volatility}), interest ${words.value(of('rate'))} (three-month Treasury), dividends ${words.value(`yield.${underlying}.1y`)} (the last year’s), one volatility for every strike, European exercise.`,
    say`Puts below the market usually cost more than this; the delta holds for a small move, today.`,
  ]);
  return { kind: 'prose', id, title, form: 'paragraph', sentences };
}

/** What it takes to own puts on as much as the position moves like, and what that leaves open. */
function cover(words: Words, symbol: string): Sentence | null {
  const count = `hedge.${symbol}.cover.contracts`;
  const n = words.number(count);
  const needs = say`To cover the whole exposure of ${words.value(`size.${symbol}.exposure`)}, share for share, takes ${words.value(`hedge.${symbol}.cover.exact`)} contracts`;
  if (n === null) return null;
  if (n === 0) return say`${needs}; the nearest whole number is none.`;
  const paid = say`${words.value(`hedge.${symbol}.cover.cost`)}, ${words.value(`hedge.${symbol}.cover.costshare`)} of the position`;
  return say`${needs}, ${words.value(count)} to the nearest: ${paid}; that pays for what is lost below the strike, not above it.`;
}
