import type { Sentence } from '../../../report/schema.ts';
import type { Context } from '../../context.ts';
import { say } from '../../words/sentence.ts';
import { disclosureGap } from '../disclosure-gap.ts';
import { plainSentence } from '../plain.ts';

/**
 * How the fund comes to its multiple, by its own list of what it holds; says why where none is at hand. Null where the
 * edition follows no such list.
 */
export function holdingsSentence({ words, edition, header }: Context): Sentence | null {
  const { symbol } = edition.fund;
  if (!edition.holdings.includes(symbol)) return null;
  const id = (part: string) => `holdings.${symbol}.${part}`;
  const value = (part: string) => words.value(id(part));
  const gap = disclosureGap({ header, words }, `holdings:${symbol}`, 'fund holdings');
  return (
    say`By its own list of ${value('date')} ${symbol} held ${value('swaps')} of its assets in index swaps and ${value('shares')} in shares and funds, ${value('exposure')} together; ${value('cash')} lay in cash and money-market funds.` ??
    plainSentence(`What ${symbol} holds is not shown. ${gap}`)
  );
}
