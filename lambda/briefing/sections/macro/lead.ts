import type { Sentence } from '../../report.ts';
import { list, type Piece, say, type Words } from '../../words/sentence.ts';
import type { Context } from '../context.ts';

/** Inflation, jobs and credit in one sentence: level and direction. Null when none of them is known. */
export function lead({ words }: Context): Sentence | null {
  const parts = list([
    heading(words, 'core CPI over the year', 'macro.corecpi.yoy'),
    heading(words, 'unemployment', 'macro.unrate'),
    heading(words, 'the Baa spread', 'macro.baa10y'),
  ]);
  return say`Last known: ${parts}.`;
}

function heading(words: Words, name: string, id: string): Piece {
  const value = words.value(id);
  const direction = words.word(`${id}.direction`);
  if (direction === null) return say`${name} ${value}`;
  return say`${name} ${value} and ${words.chosen(direction, `${id}.direction`)}`;
}
