import { plainText } from '../../report/plain-text.ts';
import type { Sentence } from '../../report/schema.ts';

/** The title of a chart, which says what to see in its figures; another one where they are missing. */
export const titleOr = (seen: Sentence | null, otherwise: string): string =>
  seen === null ? otherwise : plainText(seen);
