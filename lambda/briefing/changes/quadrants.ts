import type { Sentence } from '../../report/schema.ts';
import { join, list, said, say } from '../words/sentence.ts';
import { type SessionComparison, wordsOfBoth } from './compare.ts';

const quadrants = ['leading', 'weakening', 'lagging', 'improving'] as const;

/** Subjects of the rotation map that changed quadrant, in one sentence: the map is redrawn every day. */
export function quadrantMoves(
  comparison: SessionComparison,
  benchmark: string,
  subjects: readonly string[],
): Sentence[] {
  const { words } = comparison;
  const turned = quadrants.map((quadrant) => {
    const those = subjects.flatMap((subject) => {
      const id = `map.${subject}:${benchmark}.quadrant`;
      const both = wordsOfBoth(comparison, id);
      const turns = both !== null && both.now === quadrant && both.then !== quadrant;
      return turns ? [words.chosen(subject, id)] : [];
    });
    const named = list(those);
    return named === null ? null : say`${named} now ${quadrant}`;
  });
  const there = turned.filter((clause) => clause !== null);
  if (there.length === 0) return [];
  return said([say`On the rotation map against ${benchmark}: ${join(there, '; ')}.`]);
}
