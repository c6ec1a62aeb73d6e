import type { Cell } from '../../report/schema.ts';
import type { Words } from '../words/sentence.ts';

/** A cell that holds a figure; words where the edition does not compute it. */
export function cellOf(words: Words, id: string): Cell {
  return words.book.has(id) ? { figure: id } : { text: 'not computed' };
}
