import type { Sentence } from '../report.ts';
import { list, said, say } from '../words/sentence.ts';
import { type Comparison, wordsOf } from './compare.ts';

/** Subjects of the rotation map that changed quadrant, in one sentence: the map is redrawn every day. */
export function quadrantMoves(
  comparison: Comparison,
  benchmark: string,
  subjects: readonly string[],
): Sentence[] {
  const { words } = comparison;
  const moves = subjects.map((subject) => {
    const id = `map.${subject}:${benchmark}.quadrant`;
    const both = wordsOf(comparison, id);
    if (both === null || both.now === both.then) return null;
    return say`${subject} from ${words.carried(id)} to ${words.value(id)}`;
  });
  const there = moves.filter((move) => move !== null);
  if (there.length === 0) return [];
  return said([say`On the rotation map against ${benchmark}: ${list(there)}.`]);
}
