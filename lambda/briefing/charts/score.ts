import type { Context } from '../sections/context.ts';

/** A quarter of the rotation score for its key figure; null while there is no score to draw. */
export function scoreSpark(_: Context): string | null {
  return null;
}
