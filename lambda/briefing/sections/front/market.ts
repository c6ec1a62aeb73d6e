import type { Sentence } from '../../../report/schema.ts';
import { firstOf, say, type Words } from '../../words/sentence.ts';
import { thresholds } from '../../words/thresholds.ts';
import { placed } from '../../words/verbs.ts';
import { type BenchmarkPair, dayMoves } from './verdict.ts';

/**
 * The day of what the underlying is measured against, whose own is in the verdict; then its excess return over five
 * sessions and, unless the day is quiet, over six months.
 */
export function marketSentence(
  words: Words,
  pair: BenchmarkPair,
  peers: readonly string[],
  quiet: boolean,
): Sentence | null {
  const day = dayMoves(words, [pair.benchmark, ...peers]);
  if (day === null) return null;
  const five = benchmarkSentence(words, pair, '5d', true);
  const months = quiet ? null : benchmarkSentence(words, pair, '6m', five === null);
  const unusual = unusualSize(words, pair);
  return firstOf(
    say`${day}; over five sessions ${five}, over six months ${months}.${unusual}`,
    say`${day}; over five sessions ${five}.${unusual}`,
    say`${day}; over six months ${months}.${unusual}`,
    say`${day}.${unusual}`,
  );
}

/** "IWM is 1.47 points behind SPY", or in short "3.78 ahead". */
function benchmarkSentence(
  words: Words,
  pair: BenchmarkPair,
  window: string,
  full: boolean,
): Sentence | null {
  const { underlying, benchmark } = pair;
  const id = `excess.${underlying}:${benchmark}.${window}`;
  const excess = words.number(id);
  if (excess === null) return null;
  const where = placed(excess);
  if (where === 'level with')
    return full ? words.chosen(`${underlying} is level with ${benchmark}`, id) : words.chosen('level', id);
  if (full) return say`${underlying} is ${words.amount(id)} ${where} ${benchmark}`;
  return say`${words.bare(id)} ${where === 'ahead of' ? 'ahead' : 'behind'}`;
}

/** The size of an unusual day against the estimate of the session before; an empty string on other days. */
function unusualSize(words: Words, { underlying }: BenchmarkPair): Sentence | string {
  const id = `move.${underlying}.1d`;
  const deviations = words.number(id);
  if (deviations === null || Math.abs(deviations) < thresholds.notableMove) return '';
  return (
    say` The day’s move is ${words.amount(id)} times the standard deviation estimated the session before.` ??
    ''
  );
}
