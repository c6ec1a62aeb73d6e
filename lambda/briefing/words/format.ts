import type { Figure } from '../../report/schema.ts';
import { measures, units } from './measures.ts';
import type { Sign } from './number.ts';
import { formatsBy, printed, type UnitForm } from './value.ts';

export * from './date.ts';
export * from './number.ts';
export { formatValue, type UnitForm } from './value.ts';

/**
 * The format of a figure: by its measure, else by its unit. A figure of the session before (`previous.…`) is
 * printed as the figure itself.
 * @throws Error for a unit that is in no table: a number is never printed by guess
 */
export const formatOf = formatsBy(measures, units);

/**
 * A figure as pages and sentences print it: `−0.75 %`, `−1.47 pts`, `246.16`, `Wed Dec 31, 2025`; `n/a` when it is
 * missing. Signed measures carry + or −; `sign` overrides that (`never` for "TNA fell 2.30 %").
 */
export function formatFigure(id: string, figure: Figure, sign?: Sign, form?: UnitForm): string {
  return printed(id, figure, formatOf, sign, form);
}
