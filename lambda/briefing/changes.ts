import type { Edition } from '../editions/edition.ts';
import type { BookFigure, FigureBook } from '../figures/book.ts';
import type { Sentence } from '../report/schema.ts';
import type { SessionComparison } from './changes/compare.ts';
import { averageCrosses, extremes, strengthCrosses } from './changes/crosses.ts';
import { newReadings, reportedBefore, targetMove } from './changes/macro.ts';
import { quadrantMoves } from './changes/quadrants.ts';
import { rankMove } from './changes/rank.ts';
import { type ComparedReport, revisedFigures, revisedSeries, revisionSentence } from './changes/revisions.ts';
import { runEnds, stateFlip } from './changes/state.ts';
import { carriedId, said, say, type Words } from './words/sentence.ts';
import { thresholds } from './words/thresholds.ts';

export { type ComparedReport, reportedBefore };

/** Prefixes of the figures whose value of the session before a change may quote. */
const quoted = /^(rotation\.state|rank\.|streak\.)/;

/**
 * Carries into `book` those figures of the session before that changed and that a sentence may quote, macro readings as
 * they were reported last.
 */
export function carryChanged(book: FigureBook, before: FigureBook, reported: FigureBook): void {
  carry(
    book,
    [...before.entries()].filter(([id]) => quoted.test(id)),
  );
  carry(book, [...reported.entries()]);
}

function carry(book: FigureBook, figures: readonly (readonly [string, BookFigure])[]): void {
  for (const [id, figure] of figures) {
    if (!book.has(id) || figure.value === null) continue;
    const now = book.get(id);
    if (now.value === figure.value && now.asOf === figure.asOf) continue;
    const { value, reasons, ...kind } = figure;
    book.add(carriedId(id), value, {
      ...kind,
      method: 'previous',
      inputs: [id],
      ...(reasons === undefined ? {} : { reasons }),
    });
  }
}

/**
 * Writes `revisions.count`: how many figures of the last published briefing its session's data now give differently.
 * Returns the series that changed.
 */
export function countRevisions(book: FigureBook, before: FigureBook, published: ComparedReport): string[] {
  const ids = revisedFigures(published, before);
  book.add('revisions.count', ids.length, {
    unit: 'count',
    asOf: published.session,
    method: 'revisions',
    inputs: [],
    source: 'archive',
  });
  return revisedSeries(ids, before);
}

/**
 * What changed materially since the session before, most material first; one sentence that nothing did, when so.
 *
 * @param before the session before's figures, computed from the same data; null when there is none
 * @param reported macro readings as they were reported last
 */
export function changesSince(
  words: Words,
  before: FigureBook | null,
  reported: FigureBook,
  edition: Edition,
  revised: readonly string[],
): Sentence[] {
  if (before === null) return [words.absent('This is the first session of the data.')];
  const comparison: SessionComparison = { words, before, reported };
  const { underlying, pairs, map } = edition;
  const today = `return.${underlying}.1d`;
  if (!words.known(today))
    return said([
      say`What changed cannot be said: ${words.reason(today)}.`,
      ...revisionSentence(words, revised),
    ]);
  const main = pairs[0]!;
  const rivals = pairs.filter(([first]) => first === underlying);
  const sentences = [
    ...revisionSentence(words, revised),
    ...stateFlip(comparison, edition),
    ...averageCrosses(comparison, underlying),
    ...rivals.flatMap((pair) => strengthCrosses(comparison, pair)),
    ...extremes(comparison, [underlying, ...edition.rivals.against]),
    ...runEnds(comparison, main, thresholds.run),
    ...rankMove(comparison, underlying),
    ...newReadings(comparison),
    ...targetMove(comparison),
    ...quadrantMoves(comparison, map.benchmark, map.subjects),
  ];
  return sentences.length === 0 ? [words.absent('Nothing material changed.')] : sentences;
}
