import { publishedFigure } from '../../lambda/briefing/published.ts';
import { reasonsText } from '../../lambda/briefing/words/reasons.ts';
import type { FigureBook } from '../../lambda/figures/book.ts';
import type { Figure } from '../../lambda/report/schema.ts';
import type { Provenance } from '../../lambda/series/snapshot.ts';

/** A figure of a book as its report publishes it: with its reasons in words. */
export const figureOf = (book: FigureBook, id: string): Figure => publishedFigure(book.get(id));

/** The source entry of a payload, as the report publishes it. */
export const sourceNote = (entry: Provenance | undefined): string | undefined => reasonsText(entry?.notes);
