import type { Figure, KeyFigure } from '../../report/schema.ts';
import { formatDate } from './format.ts';
import { plain } from './sentence.ts';

/** What is said below a key figure where there are no colours: a value that is not of the session says so. */
export function keyNotes({ below }: KeyFigure, { status, asOf, reason }: Figure): string {
  const notes = [
    below === undefined ? '' : plain(below),
    status === 'stale' ? `stale, as of ${formatDate(asOf)}` : '',
    status === 'proxy' ? 'by a proxy' : '',
    status === 'missing' ? (reason ?? 'missing') : '',
  ];
  return notes.filter((note) => note !== '').join('; ');
}
