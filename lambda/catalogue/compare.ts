import type { Figure } from '../report/schema.ts';
import { type FigureRow, type RevisionFigures, rowsOf } from './revision-figures.ts';

export interface ComparedSide {
  readonly value: Figure['value'];
  readonly status: Figure['status'];
  /** Why it is missing, stale or a proxy; empty when it is none of these. */
  readonly reason: string;
}

export interface Compared {
  readonly id: string;
  readonly family: string;
  readonly unit: string;
  /** Null where that briefing has no such figure. */
  readonly a: ComparedSide | null;
  readonly b: ComparedSide | null;
  /** The second less the first; null unless both are numbers. */
  readonly change: number | null;
}

/** The family of a figure: the measure that its id begins with. */
export const familyOf = (id: string): string => id.split('.')[0]!;

/** Every figure of two briefings, in the order of the second's book; then those that only the first has. */
export function compareFigures(a: RevisionFigures, b: RevisionFigures): readonly Compared[] {
  const [before, after] = [byId(a), byId(b)];
  return [...new Set([...after.keys(), ...before.keys()])].map((id) => {
    const [one, other] = [before.get(id) ?? null, after.get(id) ?? null];
    const [from, to] = [one?.side.value, other?.side.value];
    return {
      id,
      family: familyOf(id),
      unit: (other ?? one)!.unit,
      a: one?.side ?? null,
      b: other?.side ?? null,
      change: typeof from === 'number' && typeof to === 'number' ? to - from : null,
    };
  });
}

/** Whether anything of a figure differs. */
export const differs = ({ a, b }: Compared): boolean =>
  (a?.value ?? null) !== (b?.value ?? null) || (a?.status ?? 'missing') !== (b?.status ?? 'missing');

/** The figures of a file by id, each with its unit. */
export function byId(
  of: RevisionFigures,
): ReadonlyMap<string, { readonly unit: string; readonly side: ComparedSide }> {
  return new Map(rowsOf(of).map(({ id, unit, row }) => [id, { unit, side: sideOf(row, of) }] as const));
}

function sideOf([value, status = 'fresh', , reason]: FigureRow, { reasons }: RevisionFigures): ComparedSide {
  return { value, status, reason: reason === undefined ? '' : (reasons[reason] ?? '') };
}
