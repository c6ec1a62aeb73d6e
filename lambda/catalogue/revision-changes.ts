import { asPrinted, formatNumber } from '../briefing/words/number.ts';
import { plainText } from '../report/plain-text.ts';
import type { Report } from '../report/schema.ts';
import { type ChangedFigure, changedFigures, isPrintedOtherwise } from './changed-figures.ts';
import { isCarried } from './revision-figures.ts';

/** Key figures that are named in a note, at most. */
const named = 3;

const thousands = (count: number): string => formatNumber(count, 0);

/** What a later revision changed. */
export interface RevisionChanges {
  /** How many figures differ at printed precision. */
  readonly figures: number;
  readonly note: string;
  /** The figure in per cent or points, of the verdict and the key figures, that changed most, and by how much, as a fraction. */
  readonly largest: { readonly id: string; readonly size: number } | null;
}

/**
 * What a later revision changed, in a sentence: key figures by name, the rest by number. A figure that only one of them has
 * was not changed: another version of the program computes more.
 */
export function revisionChanges(first: Report, now: Report): RevisionChanges {
  // A figure carried from the session before is that session's: its own page says what became of it.
  const changed = changedFigures(first, now).filter(
    (one) =>
      isPrintedOtherwise(one) && !isCarried(one.id) && one.id in first.figures && one.id in now.figures,
  );
  const labels = new Map(now.front.keys.map(({ label, figure }) => [figure, label]));
  const keys = changed.filter(({ id }) => labels.has(id));
  const said = keys
    .slice(0, named)
    .map(({ id, printed: [was, is] }) => `${labels.get(id)} ${is}, was ${was}`);
  const verdict = plainText(first.front.verdict) === plainText(now.front.verdict) ? [] : ['another verdict'];
  const total = Object.keys(now.figures).filter((id) => !isCarried(id)).length;
  const count =
    changed.length === 0
      ? 'no figure differs at printed precision'
      : `${thousands(changed.length)} of ${thousands(total)} figures differ${said.length === 0 ? ', no key figure' : ''}`;
  const lead = new Set([...labels.keys(), ...now.front.verdict.figures]);
  return {
    figures: changed.length,
    note: [...said, ...verdict, count].join('; '),
    largest: largestOf(changed.filter(({ id }) => lead.has(id))),
  };
}

function largestOf(changed: readonly ChangedFigure[]): RevisionChanges['largest'] {
  const sizes = changed.flatMap(({ id, unit, from, to }) =>
    unit === 'fraction' && typeof from === 'number' && typeof to === 'number'
      ? [{ id, size: asPrinted(Math.abs(to - from), 4) }]
      : [],
  );
  return sizes.toSorted((a, b) => b.size - a.size)[0] ?? null;
}
