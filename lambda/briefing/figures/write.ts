import { type Basis, joint } from '../basis.ts';
import type { FigureBook } from '../book.ts';
import type { SymbolView } from '../symbol-view.ts';
import type { MethodName } from './methods.ts';

/** Why a value cannot be computed, in words for the reader. */
export interface Absent {
  readonly missing: string;
}
/** A value, or why there is none. */
export type Outcome = number | string | Absent;

export const absent = (missing: string): Absent => ({ missing });

/** `needs 252 sessions, has 120`: a window that the data does not cover is never shortened. */
export const tooShort = (needed: number, has: number, of = 'sessions'): Absent =>
  absent(`needs ${needed} ${of}, has ${Math.max(has, 0)}`);

/** What a figure is, apart from its value and what it rests on. */
export interface Kind {
  readonly unit: string;
  readonly method: MethodName;
}

/** Writes a figure that rests on `basis`. `compute` is asked only when all of that is there. */
export function write(
  book: FigureBook,
  id: string,
  { unit, method }: Kind,
  basis: Basis,
  compute: () => Outcome,
): void {
  const outcome = basis.status === 'missing' ? absent(basis.reason ?? 'no data') : compute();
  const isAbsent = typeof outcome === 'object';
  const reason = isAbsent ? outcome.missing : basis.reason;
  book.add(id, isAbsent ? null : outcome, {
    ...basis,
    unit,
    method,
    ...(reason === undefined ? {} : { reason }),
  });
}

/** A figure of the book as something that another rests on. */
export function figureBasis(book: FigureBook, id: string): Basis {
  const { asOf, source, status, reason } = book.get(id);
  return { asOf, source, status, inputs: [id], ...(reason === undefined ? {} : { reason }) };
}

/**
 * Writes a figure made of other figures, all of them numbers: as new as the newest of them and no better than the
 * worst. When one of them is missing it is missing too, for that one's reason.
 */
export function derive(
  book: FigureBook,
  id: string,
  kind: Kind,
  inputs: readonly string[],
  compute: (...values: number[]) => Outcome,
): void {
  const basis = joint(...inputs.map((input) => figureBasis(book, input)));
  write(book, id, kind, basis, () => compute(...inputs.map((input) => book.number(input) ?? Number.NaN)));
}

/** The basis of every figure of a symbol without a bar that day, whatever else they rest on; undefined with one. */
export const gaps = ({ index, adjusted }: SymbolView): Basis | undefined =>
  index < 0 ? adjusted : undefined;
