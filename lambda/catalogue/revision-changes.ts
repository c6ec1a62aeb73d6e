import { plainText } from '../report/plain-text.ts';
import type { Report } from '../report/schema.ts';
import { changedFigures } from './changed-figures.ts';

/** Key figures that are named in a note, at most. */
const named = 3;

/**
 * What a later revision changed, in a sentence: key figures by name, the rest by number. A figure that only one of them has
 * was not changed: another version of the program computes more.
 */
export function revisionChanges(
  first: Report,
  now: Report,
): { readonly figures: number; readonly note: string } {
  // A figure carried from the session before is that session's: its own page says what became of it.
  const changed = changedFigures(first, now).filter(
    ({ id, printed: [was, is] }) =>
      was !== is && !id.startsWith('previous.') && id in first.figures && id in now.figures,
  );
  const labels = new Map(now.front.keys.map(({ label, figure }) => [figure, label]));
  const keys = changed.filter(({ id }) => labels.has(id));
  const said = keys
    .slice(0, named)
    .map(({ id, printed: [was, is] }) => `${labels.get(id)} ${is}, was ${was}`);
  const verdict = plainText(first.front.verdict) === plainText(now.front.verdict) ? [] : ['the verdict'];
  const total = Object.keys(now.figures).filter((id) => !id.startsWith('previous.')).length;
  const count =
    changed.length === 0
      ? 'no figure differs at printed precision'
      : `${changed.length} of ${total} figures differ${said.length === 0 ? ', no key figure' : ''}`;
  return { figures: changed.length, note: [...said, ...verdict, count].join('; ') };
}
