import { type Basis, joint } from '../market-data/basis.ts';
import type { SymbolView } from '../market-data/symbol-view.ts';
import { sourcesIn } from '../report/published-text.ts';
import type { Reason } from '../series/reason.ts';
import type { BookFigure, FigureBook } from './book.ts';
import type { MethodName } from './methods/index.ts';

/** Why a value cannot be computed. */
export interface Absent {
  readonly missing: Reason;
}
/** A value, or why there is none. */
export type FigureOutcome = number | string | Absent;

export const absent = (missing: Reason): Absent => ({ missing });

/** `needs 252 sessions, has 120`: a window that the data does not cover is never shortened. */
export const tooShort = (needed: number, has: number, of = 'sessions'): Absent =>
  absent({ code: 'too-short', needed, has: Math.max(has, 0), of });

/** A price, or why there is none: arithmetic may end below zero, a price does not. */
export const priceOf = (value: number): number | Absent =>
  value < 0 ? absent({ code: 'below-zero' }) : value;

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
  compute: () => FigureOutcome,
): void {
  if (basis.status === 'missing') book.put(id, null, unit, method, basis);
  else {
    const outcome = compute();
    if (typeof outcome === 'object') book.put(id, null, unit, method, basis, [outcome.missing]);
    else book.put(id, outcome, unit, method, basis);
  }
}

/** A figure of the book as something that another rests on. */
export const figureBasis = (book: FigureBook, id: string): Basis => asBasis(book.get(id), id);

const asBasis = ({ asOf, source, status, reasons }: BookFigure, id: string): Basis => ({
  asOf,
  sources: sourcesIn(source),
  status,
  inputs: [id],
  ...(reasons === undefined ? {} : { reasons }),
});

/**
 * Writes a figure made of other figures, all of them numbers: as new as the newest of them and no better than the
 * worst. When one of them is missing it is missing too, for that one's reasons.
 */
export function derive(
  book: FigureBook,
  id: string,
  kind: Kind,
  inputs: readonly string[],
  compute: (...values: number[]) => FigureOutcome,
): void {
  const figures = inputs.map((input) => book.get(input));
  write(book, id, kind, basisOf(figures, inputs), () =>
    compute(
      ...figures.map(({ value }, i) => {
        if (typeof value === 'string') throw new Error(`figure ${inputs[i]} is a word, not a number`);
        return value ?? Number.NaN;
      }),
    ),
  );
}

function basisOf(figures: readonly BookFigure[], inputs: readonly string[]): Basis {
  const { asOf, source } = figures[0]!;
  // On most sessions all of them are of the same evening and source, and none has a caveat.
  for (const figure of figures)
    if (figure.status !== 'fresh' || figure.asOf !== asOf || figure.source !== source)
      return joint(...figures.map((each, i) => asBasis(each, inputs[i]!)));
  return { asOf, sources: sourcesIn(source), inputs, status: 'fresh' };
}

/** The basis of every figure of a symbol without a bar that day, whatever else they rest on; undefined with one. */
export const missingBar = ({ index, adjusted }: SymbolView): Basis | undefined =>
  index < 0 ? adjusted : undefined;
