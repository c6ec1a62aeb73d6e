import type { Figure, Prose, Sentence } from '../../report.ts';
import type { Context } from '../context.ts';
import { listOf, text } from '../plain.ts';

/** Ids named in one sentence before the rest are only counted. */
const named = 4;

const headings: Readonly<Record<Exclude<Figure['status'], 'fresh'>, string>> = {
  proxy: 'Proxy',
  stale: 'Stale',
  missing: 'Missing',
};

/**
 * Every stand-in, every stale and every missing figure, by reason: one sentence a reason, the reasons with most
 * figures first.
 */
export function gaps({ book }: Context): Prose {
  const figures = book.toRecord();
  const sentences = (['proxy', 'stale', 'missing'] as const).flatMap((status) =>
    byReason(figures, status).map(([reason, ids]) => sentenceOf(headings[status], reason, ids)),
  );
  return listOf(
    'methods.gaps',
    'Stand-ins and gaps',
    sentences.length > 0 ? sentences : [text('Every figure is there, and none rests on a stand-in.')],
  );
}

function byReason(figures: Readonly<Record<string, Figure>>, status: Figure['status']): [string, string[]][] {
  const groups = new Map<string, string[]>();
  for (const [id, figure] of Object.entries(figures)) {
    if (figure.status !== status) continue;
    const reason = figure.reason ?? 'no reason is given';
    const group = groups.get(reason);
    if (group === undefined) groups.set(reason, [id]);
    else group.push(id);
  }
  return [...groups].sort(([, a], [, b]) => b.length - a.length);
}

function sentenceOf(heading: string, reason: string, ids: readonly string[]): Sentence {
  const shown = ids.length <= named + 1 ? ids : ids.slice(0, named);
  const rest = ids.length - shown.length;
  return text(`${heading}: ${reason} (${shown.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}).`, shown);
}
