import { plainText } from '../../report/plain-text.ts';
import type { Figure, KeyFigure } from '../../report/schema.ts';
import { formatDate } from './format.ts';

/** What is said below a key figure where there are no colours: a value that is not of the session says so. */
export function keyNotes({ below }: KeyFigure, { status, asOf, reason }: Figure): string {
  const notes = [
    below === undefined ? '' : plainText(below),
    status === 'stale' ? `stale, as of ${formatDate(asOf)}` : '',
    status === 'proxy' ? 'by a proxy' : '',
    status === 'missing' ? (reason ?? 'missing') : '',
  ];
  return notes.filter((note) => note !== '').join('; ');
}
