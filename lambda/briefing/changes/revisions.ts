import type { BookFigure, FigureBook } from '../../figures/book.ts';
import type { Figure, Report } from '../../report/schema.ts';
import { isPrintedAlike } from './printed-alike.ts';

/** Relative difference from which a published figure counts as revised. */
const tolerance = 1e-9;

/** What of a published report is computed again. */
export type PublishedFigures = Pick<Report, 'figures'>;

/** What was ahead is not revised: it comes nearer, and calendars fill. Nor are calls: the archive has more of them. */
const schedule = /^(event|calls)\./;

/**
 * Ids of a published report's figures that its session's figures, computed from today's data, no longer equal and that are
 * printed otherwise. What
 * rests on a macro reading of another period is left out: that evening had more at hand than the calendar says, or less,
 * and nothing was revised. Nor was anything by a fund's list or its ratios of another day: funds publish one a day, in the
 * evening, and only the newest.
 */
export function revisedFigures(published: PublishedFigures, now: FigureBook): string[] {
  const changed: string[] = [];
  for (const [id, figure] of now.entries()) {
    const before = published.figures[id];
    if (before === undefined || !differs(before, figure) || schedule.test(id)) continue;
    if (!isPrintedAlike(id, before, figure)) changed.push(id);
  }
  // Nearly always nothing has, and then no more is asked.
  if (changed.length === 0) return changed;
  changed.sort();
  const restsOnAnother = restingOn(readOtherwise(published, now), now);
  return changed.filter((id) => !restsOnAnother(id));
}

/** Macro series, lists and ratios of funds that the published report read of another period or day than today's data do. */
function readOtherwise(published: PublishedFigures, now: FigureBook): ReadonlySet<string> {
  const series = new Set<string>();
  for (const id of Object.keys(published.figures)) {
    const { asOf, inputs } = published.figures[id]!;
    const only = inputs[0];
    if (inputs.length !== 1 || only === undefined || !/^(macro|holdings|valuation):/.test(only)) continue;
    const figure = now.find(id);
    if (figure === undefined) continue;
    const superseded = !only.startsWith('macro:') && figure.value === null;
    if (superseded || figure.asOf !== asOf) series.add(only);
  }
  return series;
}

/** Whether a figure rests on one of these series, by whatever figures in between. */
function restingOn(series: ReadonlySet<string>, book: FigureBook): (id: string) => boolean {
  if (series.size === 0) return () => false;
  const answers = new Map<string, boolean>();
  const rests = (id: string): boolean => {
    const known = answers.get(id);
    if (known !== undefined) return known;
    const inputs = book.has(id) ? book.get(id).inputs : [];
    const answer = inputs.some((input) => series.has(input) || rests(input));
    answers.set(id, answer);
    return answer;
  };
  return rests;
}

function differs(published: Figure, now: BookFigure): boolean {
  // In a backfill both come of the same book.
  if (published === now) return false;
  if (typeof published.value !== 'number' || typeof now.value !== 'number')
    return published.value !== now.value;
  const scale = Math.max(Math.abs(published.value), Math.abs(now.value), 1e-3);
  return Math.abs(published.value - now.value) > tolerance * scale;
}

/** Series that revised figures rest on alone, and so were revised themselves. */
export function revisedSeries(ids: readonly string[], now: FigureBook): string[] {
  const series = new Set<string>();
  for (const id of ids) {
    const { inputs } = now.get(id);
    const only = inputs[0];
    if (inputs.length === 1 && only !== undefined && /^(bars|macro):/.test(only))
      series.add(only.replace(/^(bars|macro):/, ''));
  }
  return [...series].sort();
}
