import type { FigureBook } from '../book.ts';

/** The figures that name the cells with the smallest q, from the smallest on. */
export const closestIds = ['study.closest', 'study.closest.2', 'study.closest.3'] as const;

/** Sessions of the horizon at which every event is reported: a month. */
export const toldHorizon = 21;

/** The cell of a figure: event, outcome and horizon. */
const cellOf = /^study\.((all|[a-z0-9-]+)\.\w+\.(\d+)d)\.\w+$/;

/**
 * Which figures of studies a report holds: of the hundred cells over a thousand, the same for a month, those that its pages
 * tell of. Every event over a month, days like today over every horizon, the three cells nearest to a difference, and the
 * troughs that a claim asks about. A replay computes all.
 */
export function isReported(book: FigureBook): (id: string) => boolean {
  const similar = book.find('study.similar')?.value;
  const closest = closestIds.map((id) => book.find(id)?.value);
  return (id) => {
    if (!id.startsWith('study.')) return true;
    const [, cell, event, sessions] = cellOf.exec(id) ?? [];
    if (cell === undefined) return true;
    const isTold = event === 'all' || event === similar || closest.includes(cell);
    return isTold || Number(sessions) === toldHorizon || id.startsWith('study.trough.');
  };
}
