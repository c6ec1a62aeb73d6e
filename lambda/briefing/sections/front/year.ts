import type { LeveragedFund } from '../../../editions/edition.ts';
import type { Sentence } from '../../../report/schema.ts';
import { multiple } from '../../words/multiple.ts';
import { endsPeriod, type Neighbours } from '../../words/period.ts';
import { say, type Words } from '../../words/sentence.ts';
import { earnedPhrase } from './fund.ts';

/**
 * "In 2025 it made 9.8 % against 38.0 % for three times IWM's 12.7 %." With "So far" until the year's last session.
 */
export function yearSentence(
  words: Words,
  fund: LeveragedFund,
  underlying: string,
  neighbours: Neighbours,
): Sentence | null {
  const year = neighbours.session.slice(0, 4);
  const opening = endsPeriod(neighbours) === 'year' ? `In ${year} it` : `So far in ${year} it has`;
  const { symbol, beta } = fund;
  const made = earnedPhrase(words, `return.${symbol}.ytd`);
  if (words.number(`return.${symbol}.ytd`) === 0) return null;
  return say`${opening} ${made} against ${words.level(`target.${symbol}.ytd.period`)} for ${multiple(beta)} ${underlying}’s ${words.level(`return.${underlying}.ytd`)}.`;
}
