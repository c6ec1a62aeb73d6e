import type { Sentence } from '../../../report/schema.ts';
import type { Context } from '../../context.ts';
import { join, said, say, type Words } from '../../words/sentence.ts';

/** Inflation, jobs and credit in one sentence: level and direction. Null when none of them is known. */
export function macroLead({ words }: Context): Sentence | null {
  const parts = said([
    heading(words, 'core CPI over the year', 'macro.corecpi.yoy'),
    heading(words, 'unemployment', 'macro.unrate'),
    heading(words, 'the Baa spread', 'macro.baa10y'),
  ]);
  return parts.length === 0 ? null : say`Newest readings: ${join(parts, '; ')}.`;
}

function heading(words: Words, name: string, id: string): Sentence | null {
  const value = words.value(id);
  const direction = words.word(`${id}.direction`);
  if (direction === null) return say`${name} ${value}`;
  return say`${name} ${value} and ${words.chosen(direction, `${id}.direction`)}`;
}
