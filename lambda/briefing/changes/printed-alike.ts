import type { BookFigure } from '../../figures/book.ts';
import type { Figure } from '../../report/schema.ts';
import { formatFigure } from '../words/format.ts';

/** Whether two values of a measure are the same in print: then a reader sees no change. */
export function isPrintedAlike(id: string, one: BookFigure | Figure, other: BookFigure | Figure): boolean {
  if (one.value === other.value) return true;
  if (typeof one.value !== 'number' || typeof other.value !== 'number') return false;
  return formatFigure(id, one as Figure) === formatFigure(id, { ...one, value: other.value } as Figure);
}
