import { formatFigure } from '../briefing/words/format.ts';
import { plain } from '../briefing/words/sentence.ts';
import type { Report } from '../report/schema.ts';

/** A figure that is printed differently in a later revision. */
export interface ChangedFigure {
  readonly id: string;
  readonly first: string;
  readonly now: string;
}

/** Figures whose printed text differs between two reports of a session, in alphabetical order; one that is gone or new counts. */
export function changedFigures(first: Report, now: Report): ChangedFigure[] {
  const ids = [...new Set([...Object.keys(first.figures), ...Object.keys(now.figures)])].sort();
  return ids.flatMap((id) => {
    // A carried figure of the session before: its own session says what became of it.
    if (id.startsWith('previous.')) return [];
    const [was, is] = [printed(first, id), printed(now, id)];
    return was === is ? [] : [{ id, first: was, now: is }];
  });
}

function printed(report: Report, id: string): string {
  const figure = report.figures[id];
  return figure === undefined ? 'not in the report' : formatFigure(id, figure);
}

/** Key figures that are named in a note, at most. */
const named = 3;

/** What a later revision changed, in a sentence: key figures by name, the rest by number. */
export function correctionOf(
  first: Report,
  now: Report,
): { readonly figures: number; readonly note: string } {
  const changed = changedFigures(first, now);
  const labels = new Map(now.front.keys.map(({ label, figure }) => [figure, label]));
  const keys = changed.filter(({ id }) => labels.has(id));
  const said = keys
    .slice(0, named)
    .map(({ id, first: was, now: is }) => `${labels.get(id)} ${is}, was ${was}`);
  const verdict = plain(first.front.verdict) === plain(now.front.verdict) ? [] : ['the verdict'];
  const total = Object.keys(now.figures).filter((id) => !id.startsWith('previous.')).length;
  const count =
    changed.length === 0
      ? 'no figure differs at printed precision'
      : `${changed.length} of ${total} figures differ${said.length === 0 ? ', no key figure' : ''}`;
  return { figures: changed.length, note: [...said, ...verdict, count].join('; ') };
}
