import { plural } from '../../../counted.ts';
import { list, say } from '../../words/sentence.ts';
import type { ChangeKind } from '../kind.ts';
import { limits } from '../limits.ts';
import { revisedSeries } from '../revisions.ts';

const count = 'revisions.count';

/** Figures of the last published report that its session's data now give differently. */
export const revisedKind: ChangeKind = {
  kind: 'revised',
  evenAlike: true,
  find: ({ published }) => {
    if (published === null || published.revised.length === 0) return [];
    const { report, recomputed, revised: ids } = published;
    const kept = ids.slice(0, limits.keptRevisions);
    return [
      {
        ids: kept,
        before: kept.map((id) => report.figures[id]?.value ?? null),
        now: kept.map((id) => recomputed.find(id)?.value ?? null),
        series: revisedSeries(ids, recomputed),
      },
    ];
  },
  say: ({ series = [] }, words) => {
    const { namedSeries } = limits;
    const names = series.length > namedSeries ? [...series.slice(0, namedSeries), 'others'] : series;
    const of = names.length === 0 ? '' : say` in ${list(names)}`;
    const noun = plural(words.number(count) ?? 0, 'figure');
    return say`Data were revised${of}: ${words.value(count)} ${noun} of the last briefing would read differently now.`;
  },
};
