import { ladderReach } from '../../../figures/levels/ladder.ts';
import type { Cell, Table } from '../../../report/schema.ts';
import type { Context } from '../../context.ts';
import { formatNumber } from '../../words/format.ts';
import { list, said, say, type Words } from '../../words/sentence.ts';
import { plainSentence } from '../plain.ts';

/**
 * How far a stop of two average ranges may lie from the close to be shown, a fraction: the fund moves by its multiple of
 * what the underlying does. In a crash the range in dollars still rests on the prices before it.
 */
const reach = 3 * ladderReach;

/** Whether two average ranges below the close is a price that a stop can have. */
export function hasStop(words: Words, symbol: string): boolean {
  const distance = words.number(`distance.stop.${symbol}.atr2`);
  return distance !== null && distance >= -reach;
}

/** Average true range and the two trailing stops made from it, with their distance; a stop that was passed says so. */
export function stops({ edition, words }: Context): Table {
  const symbols = [edition.underlying, edition.fund.symbol];
  const behind = symbols.filter((symbol) => isPassed(words, symbol));
  const far = symbols.filter((symbol) => words.known(`stop.${symbol}.atr2`) && !hasStop(words, symbol));
  return {
    kind: 'table',
    id: 'levels.stops',
    title: 'Range and trailing stops',
    subtitle: 'US dollars; ATR is the average true range of 14 sessions',
    columns: ['ATR', 'of close', '−2 ATR', 'Distance', 'Chandelier', 'Distance'].map((label) => ({
      label,
      align: 'end' as const,
    })),
    rows: symbols.map((symbol) => ({ label: symbol, cells: cellsOf(words, symbol) })),
    notes: said([
      say`The chandelier is the highest high of 22 sessions less 3 ATR.`,
      say`${list(behind.map((symbol) => words.chosen(symbol, `distance.stop.${symbol}.chandelier`)))} closed below it: that stop has been hit.`,
      ...(far.length === 0
        ? []
        : [
            plainSentence(
              `Too far: more than ${formatNumber(100 * reach, 0)}\u202f% away. After a crash the range in dollars still carries the prices of before it.`,
              far.map((symbol) => `stop.${symbol}.atr2`),
            ),
          ]),
      say`A gap through a stop fills at the next price, not at the stop.`,
    ]),
  };
}

const isPassed = (words: Words, symbol: string): boolean =>
  (words.number(`distance.stop.${symbol}.chandelier`) ?? 0) > 0;

function cellsOf(words: Words, symbol: string): Cell[] {
  const stop = (name: string): Cell[] => [
    { figure: `stop.${symbol}.${name}` },
    { figure: `distance.stop.${symbol}.${name}` },
  ];
  const range = [{ figure: `atr.${symbol}.14` }, { figure: `atr.${symbol}.share` }];
  const isFar = words.known(`stop.${symbol}.atr2`) && !hasStop(words, symbol);
  return [
    ...range,
    ...(isFar ? [{ text: 'too far' }, { text: '' }] : stop('atr2')),
    ...(isPassed(words, symbol)
      ? [{ figure: `stop.${symbol}.chandelier` }, { text: 'hit' }]
      : stop('chandelier')),
  ];
}
