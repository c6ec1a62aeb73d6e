import type { BookFigure } from '../figures/book.ts';
import { noteOf } from '../outside-text.ts';
import { reasonsIn } from '../report/published-text.ts';
import type { Figure, Report } from '../report/schema.ts';
import type { Reason } from '../series/reason.ts';
import type { Provenance } from '../series/snapshot.ts';
import { reasonsText } from './words/reasons.ts';

export function publishedFigure(figure: BookFigure): Figure {
  const reason = reasonsText(figure.reasons);
  // In a backfill the next report compares its figures with these: what did not change is the same object.
  if (reason === undefined) return figure as Figure;
  const { value, unit, asOf, status, method, inputs, source } = figure;
  return { value, unit, asOf, status, method, inputs, source, reason };
}

/** A figure of an archived report: what it gives as its reasons is shown again, and decides nothing. */
export function archivedFigure({ reason, ...rest }: Figure): BookFigure {
  const reasons = reasonsIn(reason).map((words): Reason => ({ code: 'note', words }));
  return reasons.length === 0 ? rest : { ...rest, reasons };
}

/** The codes behind each text that figures give as their reasons, by the text. */
export function reasonCodes(figures: Iterable<BookFigure>): NonNullable<Report['reasons']> {
  const found = new Map<string, readonly Reason[]>();
  for (const { reasons } of figures) {
    const text = reasonsText(reasons);
    if (reasons !== undefined && text !== undefined && !found.has(text)) found.set(text, reasons);
  }
  return Object.fromEntries([...found].sort(([a], [b]) => (a < b ? -1 : 1))) as NonNullable<
    Report['reasons']
  >;
}

/** Where a series came from, as a report publishes it. */
export function publishedSource({ notes, ...source }: Provenance): Report['sources'][number] {
  const note = reasonsText(notes);
  return note === undefined ? source : { ...source, note: noteOf(note) };
}
