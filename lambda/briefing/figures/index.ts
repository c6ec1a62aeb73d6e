import { FigureBook } from '../book.ts';
import type { SessionView } from '../view.ts';
import { performance } from './performance.ts';

/** Writes a family of figures into the book; may rest on figures of the families before it. */
export type FigureFamily = (view: SessionView, book: FigureBook) => void;

/** The families, in the order they are written. */
const families: readonly FigureFamily[] = [performance];

/** Every figure of one session. */
export function figureBook(view: SessionView): FigureBook {
  const book = new FigureBook();
  for (const family of families) family(view, book);
  return book;
}
