import { formatFigure } from '../briefing/words/format.ts';
import type { Figure, Report } from '../report/schema.ts';

/** One figure in two reports, exact and as pages print it; null where a report has no such figure. */
export interface ChangedFigure {
  readonly id: string;
  readonly unit: string;
  readonly from: Figure['value'];
  readonly to: Figure['value'];
  readonly printed: readonly [from: string, to: string];
}

/**
 * The figures whose value differs between two reports, in the order of the second's book; then those that only the first
 * has. A figure without a value is equal to one that is not there.
 */
export function changedFigures(from: Report, to: Report): readonly ChangedFigure[] {
  const ids = new Set([...Object.keys(to.figures), ...Object.keys(from.figures)]);
  const [before, after] = [new Map(Object.entries(from.figures)), new Map(Object.entries(to.figures))];
  return [...ids].flatMap((id) => {
    const [a, b] = [before.get(id), after.get(id)];
    if ((a?.value ?? null) === (b?.value ?? null)) return [];
    const printed = [printedOf(id, a), printedOf(id, b)] as const;
    return [{ id, unit: (b ?? a)?.unit ?? '', from: a?.value ?? null, to: b?.value ?? null, printed }];
  });
}

const printedOf = (id: string, figure: Figure | undefined): string =>
  figure === undefined ? 'n/a' : formatFigure(id, figure);

/** Whether pages print a figure otherwise; a change beyond the printed decimals is none to a reader. */
export const isPrintedOtherwise = ({ printed: [from, to] }: ChangedFigure): boolean => from !== to;

/** The key figures first, then closes, since other figures rest on them, then the rest as they come. */
export function leadingFirst(figures: readonly ChangedFigure[], keys: readonly string[]): ChangedFigure[] {
  const rank = ({ id }: ChangedFigure) => (keys.includes(id) ? 0 : /^close\.[^.]+$/.test(id) ? 1 : 2);
  return figures.toSorted((a, b) => rank(a) - rank(b));
}
