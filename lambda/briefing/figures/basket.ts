import type { Edition } from '../../editions/edition.ts';
import { windows } from '../../series/windows.ts';
import type { FigureBook } from '../book.ts';
import { derive } from './write.ts';

/**
 * `return.MEGA7.W`: the mean of the members' returns over W, as of a basket bought in equal parts at the window's
 * start. It needs every member: a basket of six is another basket.
 */
export function basketReturns({ id, members }: Edition['basket'], book: FigureBook): void {
  for (const window of windows)
    derive(
      book,
      `return.${id}.${window}`,
      { unit: 'fraction', method: 'basket return' },
      members.map((member) => `return.${member}.${window}`),
      (...returns) => returns.reduce((sum, value) => sum + value, 0) / returns.length,
    );
}
