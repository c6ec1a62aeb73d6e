import type { Edition } from '../../../editions/edition.ts';
import { callHorizons } from '../../../figures/calls/horizons.ts';
import type { Sentence } from '../../../report/schema.ts';
import { list, say, type Words } from '../../words/sentence.ts';

/** Sessions over which the sentence is about all calls: a month. */
const horizon = 21;

/** Whose grades are given: those of published calls once enough of them lie apart, else those of calls that would have been. */
function gradedFamily(
  words: Words,
  edition: Edition,
): {
  readonly of: string;
  readonly isPublished: boolean;
} {
  const pair = edition.score.momentum.pair.join(':');
  const isPublished = words.known(`calls.${pair}.${horizon}d.hitrate`);
  return { of: `${isPublished ? 'calls' : 'stance'}.${pair}`, isPublished };
}

/** Whether calls are right more often than luck, in the first words. */
export function callsLead(words: Words, edition: Edition): Sentence {
  const { of, isPublished } = gradedFamily(words, edition);
  const id = `${of}.${horizon}d`;
  const part = (name: string) => words.value(`${id}.${name}`);
  const numbers = isPublished
    ? say`over ${String(horizon)} sessions ${part('hitrate')} of ${part('n')} published calls were right, ${part('baseline')} by luck`
    : say`over ${String(horizon)} sessions ${part('hitrate')} of ${part('n')} calls would have been right, ${part('baseline')} by luck`;
  return (
    say`${judged(words, of)}: ${numbers}.` ??
    say`Nothing can be said of the score’s calls yet: ${part('n')} are old enough, ${part('apart')} of them separate, fewer than fifteen.` ??
    words.absent('Nothing can be said of the score’s calls: there is no score.', `${id}.n`)
  );
}

/** What the intervals say: luck lies within all of them, or which it lies beyond. */
function judged(words: Words, of: string): Sentence | string {
  const beyond = (is: (low: number, high: number, luck: number) => boolean) =>
    callHorizons.filter((h) => {
      const [low, high, luck] = ['low', 'high', 'baseline'].map((part) =>
        words.number(`${of}.${h}d.${part}`),
      );
      return low != null && high != null && luck != null && is(low, high, luck);
    });
  const better = beyond((low, _, luck) => low > luck);
  const worse = beyond((_, high, luck) => high < luck);
  const over = (horizons: readonly number[]) => say`over ${list(horizons.map(String))} sessions`;
  if (better.length > 0 && worse.length === 0)
    return say`The score’s calls were right more often than luck ${over(better)}` ?? '';
  if (worse.length > 0 && better.length === 0)
    return say`The score’s calls were right less often than luck ${over(worse)}` ?? '';
  if (better.length > 0)
    return (
      say`The score’s calls were right more often than luck ${over(better)}, less often ${over(worse)}` ?? ''
    );
  return 'Our own score says nothing about tomorrow';
}
