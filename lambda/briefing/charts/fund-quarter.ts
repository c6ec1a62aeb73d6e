import { plainText } from '../../report/plain-text.ts';
import type { PriceChart } from '../../report/schema.ts';
import type { Context } from '../context.ts';
import { said, say, type Words } from '../words/sentence.ts';
import { titleOr } from '../words/title.ts';
import { earned } from '../words/verbs.ts';
import { lastValues, sessionAxis } from './axes.ts';

/** A quarter of the fund's daily bars with its volume, and the prices one standard deviation away. */
export function fundQuarter({ view, series, edition, words }: Context): PriceChart | null {
  const { symbol } = edition.fund;
  const { history, index, traded } = view.symbol(symbol);
  if (index < 0 || traded.status === 'missing') return null;
  const dates = sessionAxis(series, view, 'quarter');
  const add = (name: string, column: Float64Array, unit: string) =>
    series.add(`bars.${symbol}.${name}`, {
      axis: 'quarter',
      values: lastValues(column, index, dates.length),
      unit,
      asOf: traded.asOf,
      inputs: traded.inputs,
    });
  const { high, low, close } = history.traded;
  const isTraded = lastValues(history.volume(), index, dates.length).some((value) => value > 0);
  const rules = [
    { label: '+1σ', figure: `band.${symbol}.1sd.high` },
    { label: 'close', figure: `close.${symbol}` },
    { label: '−1σ', figure: `band.${symbol}.1sd.low` },
  ].filter(({ figure }) => words.known(figure));
  const caption = said([
    say`${symbol} closed at ${words.value(`close.${symbol}`)}.`,
    say`One standard deviation next session is ${words.value(`band.${symbol}.1sd.low`)} to ${words.value(`band.${symbol}.1sd.high`)}.`,
  ]);
  return {
    kind: 'chart',
    type: 'prices',
    id: 'fund-quarter',
    title: titleOf(words, symbol),
    subtitle: `Daily bars in US dollars${isTraded ? ', shares traded below' : ''}; at the right ±1σ next session`,
    asOf: view.session,
    alt: caption.map(plainText).join(' '),
    unit: 'usd',
    bars: { high: add('high', high, 'usd'), low: add('low', low, 'usd'), close: add('close', close, 'usd') },
    ...(isTraded ? { volume: add('volume', history.volume(), 'shares') } : {}),
    rules,
  };
}

/** What to see: what the fund made over the sessions that are drawn. */
function titleOf(words: Words, symbol: string): string {
  const id = `return.${symbol}.63d`;
  const made = words.number(id);
  const otherwise = `${symbol}, three months of daily bars`;
  if (made === null) return otherwise;
  const verb = earned(made);
  return verb === 'was unchanged'
    ? `${symbol} ${verb} over 63 sessions`
    : titleOr(say`${symbol} ${verb} ${words.amount(id)} over 63 sessions`, otherwise);
}
