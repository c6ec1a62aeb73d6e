import type { Basis } from '../../market-data/basis.ts';
import { weakMemo } from '../../market-data/memo.ts';
import type { Panel } from '../../market-data/panel.ts';
import type { SessionView } from '../../market-data/session-view.ts';
import { sourcesText } from '../../report/published-text.ts';
import { reasonKey } from '../../series/reason.ts';
import type { BookFigure, FigureBook } from '../book.ts';
import { figureBasis } from '../write.ts';
import type { Indicator } from './indicators.ts';

/** What the figures of an indicator were last written from, and the figures. */
interface Written {
  readonly from: readonly unknown[];
  readonly figures: readonly (readonly [string, BookFigure])[];
}

const lastWritten = weakMemo((_: Indicator) => weakMemo((_: Panel) => ({ last: null as Written | null })));

/**
 * Writes the figures of an indicator of weeks, months or quarters, unless all that they are made of is what it was when
 * they were last written, as on most sessions: then they are those.
 */
export function unlessKnown(
  indicator: Indicator,
  view: SessionView,
  book: FigureBook,
  compute: () => void,
): void {
  const memory = lastWritten(indicator)(view.panel);
  const from = madeOf(indicator, view, book);
  const { last } = memory;
  if (last !== null && last.from.length === from.length && last.from.every((part, i) => part === from[i])) {
    for (const [id, figure] of last.figures) book.copyFrom(id, figure);
    return;
  }
  const before = book.size;
  compute();
  memory.last = { from, figures: book.entries(before) };
}

/** Everything that the figures of an indicator are made of: what is known, how far it is trusted, the figure itself. */
function madeOf(indicator: Indicator, view: SessionView, book: FigureBook): readonly unknown[] {
  const newest = indicator.newest(view);
  const own = book.has(indicator.id) ? trustOf(figureBasis(book, indicator.id)) : [];
  return [
    ...indicator.rests.map((series) => view.macro(series).known),
    ...trustOf(indicator.basis(view)),
    ...(newest === null ? [view.session] : [newest.period, newest.since.day, newest.since.kind]),
    ...own,
    ...(own.length === 0 ? [] : [book.get(indicator.id).value]),
  ];
}

const trustOf = ({ asOf, sources, status, reasons = [] }: Basis) => [
  asOf,
  sourcesText(sources),
  status,
  reasons.map(reasonKey).join(),
];
