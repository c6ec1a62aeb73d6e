import { plural } from '../../../counted.ts';
import type { Edition } from '../../../editions/edition.ts';
import type { Absence, Prose, Sentence } from '../../../report/schema.ts';
import type { Context } from '../../context.ts';
import { naming, said, say, type Words } from '../../words/sentence.ts';
import { hasStop } from './stops.ts';

/** What hedging the sized position with puts on IWM would take, by a model that says what it assumes. */
export function hedgeBlock({ edition, words, book }: Context): Prose | Absence {
  const { underlying, fund } = edition;
  const id = 'levels.hedge';
  const title = `Hedge with ${underlying} puts (a model, not a quote)`;
  const of = (name: string) => `hedge.${underlying}.${name}`;
  const count = `hedge.${fund.symbol}.cover.contracts`;
  if (!words.known(count) || !words.known(of('put.price')))
    return {
      kind: 'absence',
      id,
      title,
      reason: words.why(count) ?? words.why(of('put.price')) ?? 'not computable',
    };
  if (!hasStop(words, fund.symbol))
    return { kind: 'absence', id, title, reason: 'There is no position to hedge: none is sized.' };
  const { name } = edition.volatility;
  const volatility =
    book.get(of('volatility')).status === 'proxy'
      ? naming('proxy', words.chosen(`realised, as a proxy for ${name}`, of('volatility')))
      : words.chosen(name, of('volatility'));
  const sentences = said([
    cover(words, edition),
    offset(words, edition),
    say`By Black–Scholes–Merton a put struck at ${words.value(of('strike'))}, 5\u202f% below the close, with ${words.value(of('days'))} days to run is worth ${words.value(of('put.price'))} a share, ${words.value(of('put.cost'))} a contract, with a delta of ${words.value(of('put.delta'))}; assumed are volatility ${words.value(of('volatility'))} (${volatility}), interest ${words.value(of('rate'))}, dividends ${words.value(`yield.${underlying}.1y`)}, European exercise. Puts below the market usually cost more.`,
  ]);
  return { kind: 'prose', id, title, form: 'paragraph', sentences };
}

/** By notional first: puts on as much of the index fund as the position moves like, and what share of it they cover. */
function cover(words: Words, { fund, underlying }: Edition): Sentence | null {
  const of = (name: string) => `hedge.${fund.symbol}.cover.${name}`;
  const n = words.number(of('contracts'));
  if (n === null) return null;
  const size = (name: string) => `size.${fund.symbol}.${name}`;
  const held = words.number(size('shares')) ?? 0;
  const moves = say`${words.value(size('shares'))} ${plural(held, 'share')} of ${fund.symbol}, the size for ${words.value(size('budget'))} at risk, ${plural(held, 'moves', 'move')} like ${words.value(size('exposure'))} of ${underlying}, ${words.value(of('exact'))} contracts of 100 shares`;
  if (n === 0) return say`${moves}: too small to hedge with options on ${underlying}.`;
  return say`${moves}. ${words.value(of('contracts'))} ${plural(n, 'contract')} ${plural(n, 'covers', 'cover')} ${words.value(of('share'))} of it, ${plural(n, 'costs', 'cost')} ${words.value(of('cost'))}, ${words.value(of('costshare'))} of the position, and ${plural(n, 'pays', 'pay')} for what is lost below ${words.value(`hedge.${underlying}.strike`)}.`;
}

/** The count that offsets the delta, with the many times larger notional that it is on. */
function offset(words: Words, { fund, underlying }: Edition): Sentence | null {
  const of = (name: string) => `hedge.${fund.symbol}.${name}`;
  const n = words.number(of('contracts'));
  if (n === null || n === 0) return null;
  return say`To offset its delta instead takes ${words.value(of('contracts'))} ${plural(n, 'contract')}, puts on ${words.value(of('covered'))} of ${underlying} for ${words.value(of('cost'))}: neutral for a small move only, and in a large fall they gain more than the position loses.`;
}
