import type { Sentence } from '../../report/schema.ts';
import { said, say } from '../words/sentence.ts';
import { numbersOfBoth, type SessionComparison } from './compare.ts';

/** The underlying's place among the benchmarks, when it changed. Figures `rank.IWM.21d`, `rank.IWM.21d.of`. */
export function rankMove(comparison: SessionComparison, symbol: string): Sentence[] {
  const { words } = comparison;
  const id = `rank.${symbol}.21d`;
  const both = numbersOfBoth(comparison, id);
  if (both === null || both.now === both.then) return [];
  const verb = both.now < both.then ? 'rises' : 'slips';
  return said([
    say`${symbol} ${verb} from ${words.carriedOrdinal(id)} to ${words.ordinal(id)} of ${words.cardinal(`${id}.of`)} benchmarks by 21-session return.`,
  ]);
}
