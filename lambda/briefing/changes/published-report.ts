import type { FigureBook } from '../../figures/book.ts';
import type { Report } from '../../report/schema.ts';
import { revisedFigures } from './revisions.ts';

export type ComparedReport = Pick<Report, 'session' | 'figures' | 'ahead' | 'sources'>;

/** The last published report, beside the figures of its session by today's data. */
export interface PublishedComparison {
  readonly report: ComparedReport;
  readonly recomputed: FigureBook;
  /** Ids of the published figures that would read differently now, in alphabetical order. */
  readonly revised: readonly string[];
}

/** Compares a published report with its session's figures by today's data. */
export const comparedWith = (report: ComparedReport, recomputed: FigureBook): PublishedComparison => ({
  report,
  recomputed,
  revised: revisedFigures(report, recomputed).sort(),
});

/** Writes `revisions.count`: how many figures of the last published briefing would read differently now. */
export function countRevisions(book: FigureBook, published: PublishedComparison | null): void {
  if (published === null) return;
  book.add('revisions.count', published.revised.length, {
    unit: 'count',
    asOf: published.report.session,
    method: 'revisions',
    inputs: [],
    sources: ['archive'],
  });
}
