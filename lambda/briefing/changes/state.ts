import type { Edition } from '../../editions/edition.ts';
import type { Sentence } from '../../report/schema.ts';
import { said, say } from '../words/sentence.ts';
import { type SessionComparison, wordsOfBoth } from './compare.ts';

/** Leadership that began or ended with this session. */
export function stateFlip(comparison: SessionComparison, { states }: Edition): Sentence[] {
  const { words } = comparison;
  const both = wordsOfBoth(comparison, 'rotation.state');
  if (both === null || both.now === both.then) return [];
  const score = say` with the score at ${words.value('rotation.score')}` ?? '';
  const before = words.carried('rotation.state');
  return said([
    both.now === states.none
      ? say`Rotation: ${before} ends${score}.`
      : say`Rotation: ${before} gives way to ${words.value('rotation.state')}${score}.`,
  ]);
}

/** A run of at least three sessions on one side of the benchmark that ended. */
export function runEnds(
  comparison: SessionComparison,
  [first, second]: readonly [string, string],
  shortest: number,
): Sentence[] {
  const { words, before } = comparison;
  const id = `streak.${first}:${second}`;
  const now = words.number(id);
  const then = before.has(id) ? before.number(id) : null;
  if (now === null || then === null || Math.abs(then) < shortest || now * then > 0) return [];
  const side = words.chosen(then > 0 ? 'ahead of' : 'behind', id);
  return said([say`${first}’s run of ${words.carriedCount(id)} sessions ${side} ${second} ends.`]);
}
