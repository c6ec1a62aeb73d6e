import type { Table } from '../../../report/schema.ts';
import { list, said, say } from '../../words/sentence.ts';
import type { Context } from '../context.ts';

/** Average true range and the two trailing stops made from it, with their distance. */
export function stops({ edition, words }: Context): Table {
  const symbols = [edition.underlying, edition.fund.symbol];
  const behind = list(
    symbols
      .filter((symbol) => (words.number(`distance.stop.${symbol}.chandelier`) ?? 0) > 0)
      .map((symbol) => words.chosen(symbol, `distance.stop.${symbol}.chandelier`)),
  );
  return {
    kind: 'table',
    id: 'levels.stops',
    title: 'Range and trailing stops',
    subtitle: 'US dollars; ATR is the average true range of 14 sessions',
    columns: ['ATR', 'of close', '−2 ATR', 'Distance', 'Chandelier', 'Distance'].map((label) => ({
      label,
      align: 'end' as const,
    })),
    rows: symbols.map((symbol) => ({
      label: symbol,
      cells: [
        `atr.${symbol}.14`,
        `atr.${symbol}.share`,
        `stop.${symbol}.atr2`,
        `distance.stop.${symbol}.atr2`,
        `stop.${symbol}.chandelier`,
        `distance.stop.${symbol}.chandelier`,
      ].map((figure) => ({ figure })),
    })),
    notes: said([
      say`The chandelier is the highest high of 22 sessions less 3 ATR.`,
      say`${behind} closed below it: that stop is already behind the price.`,
      say`A gap through a stop fills at the next price, not at the stop.`,
    ]),
  };
}
